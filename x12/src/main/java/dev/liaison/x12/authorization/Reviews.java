package dev.liaison.x12.authorization;

import dev.liaison.x12.TypedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Opens files of authorization requests and answers, 278. */
public final class Reviews {
  private Reviews() {}

  public static TypedFile<Review> open(Path file) throws IOException {
    return TypedFile.of(file, Set.of("278"), (set, errors) -> new ReviewBuilder(errors));
  }

  public static TypedFile<Review> open(InputStream in) {
    return TypedFile.of(in, Set.of("278"), (set, errors) -> new ReviewBuilder(errors));
  }
}
