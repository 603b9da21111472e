package dev.liaison.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time works with a home. The system frees the lock when that process ends,
 * however it ends.
 */
final class HomeLock implements AutoCloseable {
  // A POSIX lock goes when any channel of this process on the file is closed, so what this process
  // holds is asked here and the file is left alone.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  static HomeLock take(LiaisonHome home) {
    return tryTake(home)
        .orElseThrow(() ->
            new CannotStart(
                ("The data folder %s is in use by another Liaison that is running. Stop that one,"
                        + " or name another folder by LIAISON_HOME.")
                    .formatted(home.folder())));
  }

  static Optional<HomeLock> tryTake(LiaisonHome home) {
    PrivateFiles.createFolder(home.folder());
    var file = home.lock();
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new HomeLock(file, channel, lock));
      }
      channel.close();
    } catch (OverlappingFileLockException _) {
      // Another class loader of this process holds it; the answer is the same.
    } catch (IOException e) {
      HELD.remove(file);
      throw Disk.cannotWrite(file, e);
    }
    HELD.remove(file);
    return Optional.empty();
  }

  /** Whether some process, this one included, holds the home. */
  static boolean isHeld(LiaisonHome home) {
    if (!Files.exists(home.lock())) {
      return false;
    }
    var taken = tryTake(home);
    taken.ifPresent(HomeLock::close);
    return taken.isEmpty();
  }

  /** Frees the home; may be repeated. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
