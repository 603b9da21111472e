package dev.liaison.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.springframework.util.FileSystemUtils;

/** Homes for tests: each has its own data, all share the unpacked programs. */
final class Homes {
  private static final Path PROGRAMS = Path.of("target", "pg-programs");

  private Homes() {}

  /** A home in which nothing was started yet. */
  static LiaisonHome in(Path folder) {
    return new LiaisonHome(folder.resolve("home"), PROGRAMS);
  }

  /**
   * A home whose server was started once and stopped: a copy, which is quicker than a first start.
   */
  static LiaisonHome begun(Path folder) {
    var home = in(folder);
    try {
      copy(Begun.HOME, home.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return home;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final class Begun {
    static final Path HOME = begin();

    private static Path begin() {
      try {
        var folder = Files.createTempDirectory("liaison-begun");
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
        var home = in(folder);
        EmbeddedPostgres.start(home, Options.forTests()).close();
        return home.folder();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
