package dev.liaison.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Folders and files that only their owner may read. */
public final class PrivateFiles {
  private static final SecureRandom RANDOM = new SecureRandom();

  private PrivateFiles() {}

  /** Makes the folder, mode 0700, and the missing ones above it. */
  public static Path createFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, mode(folder, "rwx------"));
      }
      return folder;
    } catch (FileSystemException e) {
      throw new CannotStart(
          "The folder %s cannot be made (%s). Name another one by LIAISON_HOME."
              .formatted(folder, Disk.reason(e)),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file, mode 0600 from its first byte on, whole or not at all. */
  public static Path write(Path file, String text) {
    createFolder(parent(file));
    try {
      var draft = Files.createTempFile(parent(file), ".draft", "", mode(file, "rw-------"));
      try {
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        return Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw Disk.cannotWrite(file, e);
    }
  }

  /** A password of 192 random bits, in letters that need no escaping anywhere. */
  public static String newPassword() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Path writePgpass(
      Path keys, String host, int port, String database, DatabaseAccess access) {
    var line =
        String.join(
            ":",
            pgpass(host),
            Integer.toString(port),
            pgpass(database),
            pgpass(access.user()),
            pgpass(access.password()));
    return write(keys.resolve("pgpass"), line + "\n");
  }

  private static String pgpass(String part) {
    return part.replace("\\", "\\\\").replace(":", "\\:");
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static Path parent(Path file) {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("Not a file in a folder: " + file);
    }
    return parent;
  }
}
