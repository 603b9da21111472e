package dev.liaison.x12.types;

import dev.liaison.x12.X12Writer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Writes the values that several transaction sets share. */
public final class Writing {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");

  private final X12Writer writer;

  public Writing(X12Writer writer) {
    this.writer = writer;
  }

  public void nm1(Party party) throws IOException {
    writer.segment(
        "NM1",
        party.role().value(),
        party.person() ? "1" : "2",
        party.name(),
        party.first(),
        party.middle(),
        "",
        party.suffix(),
        party.id().isEmpty() ? "" : party.qualifier().value(),
        party.id());
  }

  public void references(Iterable<Reference> references) throws IOException {
    for (var reference : references) {
      writer.segment("REF", reference.kind().value(), reference.value(), reference.description());
    }
  }

  /** N3 and N4, nothing when there is no address. */
  public void address(Address address) throws IOException {
    if (!address.line1().isEmpty()) {
      writer.segment("N3", address.line1(), address.line2());
    }
    if (!address.city().isEmpty()) {
      writer.segment(
          "N4", address.city(), address.state(), address.postalCode(), address.country());
    }
  }

  public void dtp(String kind, Period period) throws IOException {
    writer.segment("DTP", kind, period.format(), period.x12());
  }

  /** As a period even when it is one day, where the guide wants so. */
  public void range(String kind, Period period) throws IOException {
    writer.segment("DTP", kind, "RD8", Period.x12(period.from()) + '-' + Period.x12(period.to()));
  }

  public static String day(@Nullable LocalDate day) {
    return day == null ? "" : Period.x12(day);
  }

  public static String minute(LocalDateTime at) {
    return MINUTE.format(at);
  }

  public static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
