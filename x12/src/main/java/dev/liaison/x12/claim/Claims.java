package dev.liaison.x12.claim;

import dev.liaison.x12.TypedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Opens files of claims, 837. */
public final class Claims {
  private Claims() {}

  public static TypedFile<ClaimBatch> open(Path file) throws IOException {
    return TypedFile.of(file, Set.of("837"), ClaimBatchBuilder::new);
  }

  public static TypedFile<ClaimBatch> open(InputStream in) {
    return TypedFile.of(in, Set.of("837"), ClaimBatchBuilder::new);
  }
}
