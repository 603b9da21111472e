package dev.liaison.x12.status;

import dev.liaison.x12.TypedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Opens files of status questions (276), answers (277) and acknowledgments (277CA). */
public final class ClaimStatuses {
  private ClaimStatuses() {}

  public static TypedFile<StatusReport> reports(Path file) throws IOException {
    return TypedFile.of(file, Set.of("277"), StatusReportBuilder::new);
  }

  public static TypedFile<StatusReport> reports(InputStream in) {
    return TypedFile.of(in, Set.of("277"), StatusReportBuilder::new);
  }

  public static TypedFile<StatusInquiry> inquiries(InputStream in) {
    return TypedFile.of(in, Set.of("276"), (set, errors) -> new StatusInquiryBuilder(errors));
  }
}
