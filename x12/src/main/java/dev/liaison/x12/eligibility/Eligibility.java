package dev.liaison.x12.eligibility;

import dev.liaison.x12.TypedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Opens files of questions (270) and answers (271). */
public final class Eligibility {
  private Eligibility() {}

  public static TypedFile<Answer> answers(Path file) throws IOException {
    return TypedFile.of(file, Set.of("271"), (set, errors) -> new AnswerBuilder(errors));
  }

  public static TypedFile<Answer> answers(InputStream in) {
    return TypedFile.of(in, Set.of("271"), (set, errors) -> new AnswerBuilder(errors));
  }

  public static TypedFile<Inquiry> inquiries(InputStream in) {
    return TypedFile.of(in, Set.of("270"), (set, errors) -> new InquiryBuilder(errors));
  }
}
