package dev.liaison.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come in a jar for each system, unpacked once. */
final class PostgresBinaries {
  private static final String OUTSIDE =
      " Give Liaison a PostgreSQL 18 of your own: set LIAISON_DB_URL to"
          + " postgresql://OWNER:PASSWORD@HOST/DATABASE.";

  private PostgresBinaries() {}

  /** What decides which programs fit. */
  record Machine(String system, String processor, boolean musl) {
    static Machine here() {
      return new Machine(
          System.getProperty("os.name"), System.getProperty("os.arch"), hasOnlyMusl());
    }

    private static boolean hasOnlyMusl() {
      return muslLoader("x86_64", "/lib64/ld-linux-x86-64.so.2")
          || muslLoader("aarch64", "/lib/ld-linux-aarch64.so.1");
    }

    private static boolean muslLoader(String processor, String glibc) {
      return Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1"))
          && !Files.exists(Path.of(glibc));
    }

    /** The name of the archive, or a plain sentence about why there is none. */
    String archive() {
      var os = system.toLowerCase(Locale.ROOT);
      var family = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : "";
      var arch =
          switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
          };
      if (family.isEmpty() || arch.isEmpty()) {
        throw new CannotStart(
            "The database inside Liaison runs on Linux and macOS, on 64-bit Intel or ARM; this is %s on %s."
                    .formatted(system, processor)
                + OUTSIDE);
      }
      if (musl && family.equals("linux")) {
        throw new CannotStart(
            "The database inside Liaison needs glibc, and this Linux is built on musl (Alpine?)."
                + OUTSIDE);
      }
      return "/postgres-" + family + "-" + arch + ".txz";
    }
  }

  /**
   * The folder that holds {@code bin}, after unpacking it into {@code folder} where it is missing.
   */
  static Path unpacked(Path folder, Machine machine) {
    var name = machine.archive();
    var archive = PostgresBinaries.class.getResource(name);
    if (archive == null) {
      throw new CannotStart(
          "This build of Liaison does not hold the database for %s on %s."
                  .formatted(machine.system(), machine.processor())
              + OUTSIDE);
    }
    try {
      // Named by its checksum: a new version unpacks beside the old one, which may still run.
      var home = folder.resolve(checksum(archive));
      if (!Files.exists(home.resolve(".done"))) {
        unpack(archive, folder, home);
      }
      return home;
    } catch (IOException e) {
      throw Disk.cannotWrite(folder, e);
    }
  }

  private static String checksum(URL archive) throws IOException {
    var connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
      return "%08x".formatted(jar.getJarEntry().getCrc());
    }
    return "%08x".formatted(connection.getContentLengthLong());
  }

  private static void unpack(URL archive, Path folder, Path home) throws IOException {
    Files.createDirectories(folder);
    var draft = Files.createTempDirectory(folder, ".unpacking");
    try {
      // Not 0700: where the server runs as another user, that user must read the programs.
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      if (!unpackWithTar(archive, draft)) {
        unpackHere(archive, draft);
      }
      Files.createFile(draft.resolve(".done"));
      try {
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // Another start was faster, or an old half is in the way.
        if (!Files.exists(home.resolve(".done"))) {
          delete(home);
          Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } finally {
      delete(draft);
    }
  }

  /** The system's tar takes a third of the time that Java takes; no tar or no xz is no harm. */
  private static boolean unpackWithTar(URL archive, Path folder) throws IOException {
    var file = folder.resolve(".archive");
    try (var in = archive.openStream()) {
      Files.copy(in, file);
    }
    try {
      var tar =
          new ProcessBuilder("tar", "xJf", file.toString(), "-C", folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return tar.waitFor(2, TimeUnit.MINUTES) && tar.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while unpacking", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  static void unpackHere(URL archive, Path folder) throws IOException {
    try (var in = archive.openStream();
        var tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, folder);
      }
    }
  }

  private static void unpackEntry(InputStream in, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("An entry of the archive points outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(
        target,
        PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
