package dev.liaison.x12.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.x12.FileCheck;
import dev.liaison.x12.Group;
import dev.liaison.x12.Interchange;
import dev.liaison.x12.Read;
import dev.liaison.x12.Samples;
import dev.liaison.x12.Samples.Sample;
import dev.liaison.x12.TypedFile;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.X12Writer;
import dev.liaison.x12.authorization.ReviewWriter;
import dev.liaison.x12.authorization.Reviews;
import dev.liaison.x12.claim.ClaimWriter;
import dev.liaison.x12.claim.Claims;
import dev.liaison.x12.eligibility.Eligibility;
import dev.liaison.x12.eligibility.EligibilityWriter;
import dev.liaison.x12.remittance.RemittanceWriter;
import dev.liaison.x12.remittance.Remittances;
import dev.liaison.x12.status.ClaimStatuses;
import dev.liaison.x12.status.StatusWriter;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every set that others wrote and that is sound: read, written, read again. */
class RoundTripTest {
  /** Writes one value as a set. */
  @FunctionalInterface
  interface Writing<T> {
    void write(X12Writer writer, T value, Read.Envelope envelope) throws IOException;
  }

  static Stream<Sample> remittances() {
    return Samples.in("835").stream();
  }

  static Stream<Sample> answers() {
    return Samples.in("271").stream();
  }

  static Stream<Sample> inquiries() {
    return Samples.in("270").stream();
  }

  static Stream<Sample> statusInquiries() {
    return Samples.in("276").stream();
  }

  static Stream<Sample> statusReports() {
    return Stream.concat(Samples.in("277").stream(), Samples.in("277CA").stream());
  }

  static Stream<Sample> reviews() {
    return Samples.in("278").stream();
  }

  static Stream<Sample> claims() {
    return Stream.of("837P", "837I", "837D").flatMap(folder -> Samples.in(folder).stream());
  }

  @ParameterizedTest
  @MethodSource("remittances")
  void a_remittance_that_balances_comes_back_equal(Sample sample) throws IOException {
    comesBack(
        sample,
        Remittances::open,
        (writer, value, envelope) -> {
          if (value.imbalances().isEmpty()) {
            new RemittanceWriter(writer).write(value, envelope.set().number());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_eligibility_answer_comes_back_equal(Sample sample) throws IOException {
    comesBack(
        sample,
        Eligibility::answers,
        (writer, value, envelope) ->
            new EligibilityWriter(writer).write(value, envelope.set().number()));
  }

  @ParameterizedTest
  @MethodSource("inquiries")
  void an_eligibility_inquiry_comes_back_equal(Sample sample) throws IOException {
    comesBack(
        sample,
        Eligibility::inquiries,
        (writer, value, envelope) ->
            new EligibilityWriter(writer).write(value, envelope.set().number()));
  }

  @ParameterizedTest
  @MethodSource("statusInquiries")
  void a_status_inquiry_comes_back_equal(Sample sample) throws IOException {
    comesBack(
        sample,
        ClaimStatuses::inquiries,
        (writer, value, envelope) ->
            new StatusWriter(writer).write(value, envelope.set().number()));
  }

  @ParameterizedTest
  @MethodSource("statusReports")
  void a_status_answer_and_a_claim_acknowledgment_come_back_equal(Sample sample)
      throws IOException {
    comesBack(
        sample,
        ClaimStatuses::reports,
        (writer, value, envelope) ->
            new StatusWriter(writer).write(value, envelope.set().number()));
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void an_authorization_comes_back_equal(Sample sample) throws IOException {
    comesBack(
        sample,
        Reviews::open,
        (writer, value, envelope) ->
            new ReviewWriter(writer).write(value, envelope.set().number()));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void claims_that_balance_come_back_equal(Sample sample) throws IOException {
    comesBack(
        sample,
        Claims::open,
        (writer, value, envelope) -> {
          if (value.claims().stream()
              .allMatch(claim -> dev.liaison.x12.claim.ClaimBalance.of(claim).isEmpty())) {
            new ClaimWriter(writer).write(value, envelope.set().number());
          }
        });
  }

  private static <T> void comesBack(
      Sample sample, Function<InputStream, TypedFile<T>> open, Writing<T> writing)
      throws IOException {
    for (var read : reads(sample.bytes(), open)) {
      if (!(read instanceof Read.Sound<T>(var value, var envelope, var findings))
          || !envelope.set().guide().startsWith("005010X")
          || envelope.set().guide().matches(".*X(215|216|364)")) {
        continue;
      }
      // What breaks its guide may stand where no writer would put it.
      if (!findings.stream().allMatch(X12Error::warning)) {
        continue;
      }
      var out = new ByteArrayOutputStream();
      try (var writer = X12Writer.to(out).keepCase()) {
        writer.interchange(
            Interchange.between(
                "ZZ", "A", "ZZ", "B", LocalDateTime.parse("2026-11-24T12:00"), 1, "T"));
        var group = envelope.group();
        writer.group(
            new Group(group.kind(), "AA", "BB", "20261124", "1200", "1", "X", group.guide()));
        writing.write(writer, value, envelope);
      }
      if (out.toString().indexOf("~ST*") < 0) {
        continue;
      }

      var again = reads(out.toByteArray(), open);

      assertThat(again).as(out.toString()).hasSize(1);
      assertThat(again.getFirst().valueOrNull())
          .as(out.toString())
          .usingRecursiveComparison()
          .withStrictTypeChecking()
          .ignoringFieldsMatchingRegexes(".*offset")
          .isEqualTo(value);
      var errors = new ArrayList<X12Error>();
      FileCheck.check(new ByteArrayInputStream(out.toByteArray()), errors::add);
      assertThat(errors.stream().filter(error -> !error.warning())).as(out.toString()).isEmpty();
      assertThat(staedi(out.toByteArray())).as(out.toString()).isEmpty();
    }
  }

  private static <T> List<Read<T>> reads(byte[] bytes, Function<InputStream, TypedFile<T>> open)
      throws IOException {
    var reads = new ArrayList<Read<T>>();
    try (var file = open.apply(new ByteArrayInputStream(bytes))) {
      file.forEach(reads::add);
    }
    return reads;
  }

  /** What StAEDI's control validation has to say. */
  static List<String> staedi(byte[] bytes) {
    var errors = new ArrayList<String>();
    try (var reader =
        EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == EDIStreamEvent.SEGMENT_ERROR
            || event == EDIStreamEvent.ELEMENT_OCCURRENCE_ERROR
            || event == EDIStreamEvent.ELEMENT_DATA_ERROR) {
          errors.add(event + " " + reader.getErrorType() + " at " + reader.getLocation());
        }
      }
    } catch (Exception refused) {
      errors.add(refused.toString());
    }
    return errors;
  }
}
