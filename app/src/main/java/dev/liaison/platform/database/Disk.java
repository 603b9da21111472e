package dev.liaison.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk, and plain words for when there is none. */
final class Disk {
  private static final long MEGABYTE = 1024 * 1024;

  private Disk() {}

  /** Refuses to begin what would stop halfway for want of room. */
  static void require(Path folder, int megabytes) {
    try {
      var free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
      if (free < megabytes) {
        throw new CannotStart(
            ("No space: %s has %d MB free and the database needs %d MB. Make room, or name a folder"
                    + " on another disk by LIAISON_HOME.")
                .formatted(folder, free, megabytes));
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  static RuntimeException cannotWrite(Path path, IOException e) {
    return isFull(String.valueOf(e.getMessage()))
        ? full(path)
        : new CannotStart(
            "%s cannot be written (%s). Name another folder by LIAISON_HOME."
                .formatted(path, reason(e)),
            e);
  }

  static CannotStart full(Path path) {
    return new CannotStart(
        "No space: the disk that holds %s is full. Make room and start again; nothing is lost."
            .formatted(path));
  }

  static boolean isFull(String output) {
    return output.contains("No space left on device") || output.contains("Disk quota exceeded");
  }

  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException fault when fault.getReason() != null -> fault.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
