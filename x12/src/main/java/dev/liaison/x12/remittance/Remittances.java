package dev.liaison.x12.remittance;

import dev.liaison.x12.TypedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Opens files of remittances, 835. */
public final class Remittances {
  private static final Set<String> KINDS = Set.of("835");

  private Remittances() {}

  public static TypedFile<Remittance> open(Path file) throws IOException {
    return TypedFile.of(file, KINDS, (set, errors) -> new RemittanceBuilder(errors));
  }

  /** The stream is closed with the file. */
  public static TypedFile<Remittance> open(InputStream in) {
    return TypedFile.of(in, KINDS, (set, errors) -> new RemittanceBuilder(errors));
  }
}
