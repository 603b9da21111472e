package dev.liaison.scheduling.desk;

import dev.liaison.facility.AppointmentType;
import dev.liaison.patients.BirthDate;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.scheduling.DayEntry;
import dev.liaison.scheduling.DayMarks.Mark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One appointment on the grid.
 *
 * @param during as this column shows it: what the patient is told, or the device's busy time
 * @param whom of the column
 */
public record DayBlock(
    DayEntry entry,
    AppointmentType type,
    Mark mark,
    Interval during,
    String whom,
    DayGrid grid,
    Instant now,
    boolean dense) {

  public String id() {
    return "a-" + entry.id().value();
  }

  /** Blocks of a column stand by time. */
  public String order() {
    return "%012d".formatted(during.start().getEpochSecond());
  }

  public String css() {
    return "ev "
        + type.family()
        + (mark.over() ? " past" : "")
        + (entry.status() == AppointmentStatus.NOSHOW ? " ns" : "")
        + (mark.waiting() == null ? "" : " due")
        + " t"
        + grid.row(during.start())
        + " d"
        + grid.rows(during);
  }

  public String address() {
    return "/appointments/" + entry.id().value();
  }

  /** In many columns the family name alone; the strip shows it whole. */
  public String name() {
    var name = entry.name();
    return dense && !name.family().isBlank() ? name.family() : name.listed();
  }

  /** The second line, where there is room for one. */
  public @Nullable String line() {
    if (during.length().toMinutes() < 25) {
      return null;
    }
    return dense ? type.code() : type.name() + " " + minutes();
  }

  private long minutes() {
    return entry.during().length().toMinutes();
  }

  /** In many columns only what is not as usual has an icon. */
  public boolean iconShown() {
    return !dense || !mark.icon().equals("circle") && !mark.over();
  }

  public String time() {
    return Span.of(entry.during(), grid.zone());
  }

  public String fullName() {
    return entry.name().listed();
  }

  public String identifiers() {
    var birth = entry.birthDate();
    return (birth == null ? "birth date not known" : BirthDate.shown(birth))
        + " · "
        + entry.mrn().shown();
  }

  public String visit() {
    return type.name() + " " + minutes() + " · " + whom;
  }

  /** For who hears the block. */
  public String spoken() {
    return ", "
        + (dense ? entry.name().given() + ", " : "")
        + time()
        + ", "
        + type.name()
        + ", "
        + whom
        + ", "
        + mark.label()
        + (mark.waiting() == null ? "" : ", " + mark.waiting());
  }

  public boolean movable() {
    return entry.status() == AppointmentStatus.BOOKED
        && !mark.over()
        && entry.during().end().isAfter(now);
  }

  public @Nullable String move() {
    return movable() ? address() + "/move" : null;
  }

  public @Nullable String cancel() {
    return movable() ? address() + "/cancel" : null;
  }

  public @Nullable String noShow() {
    return entry.status() == AppointmentStatus.BOOKED
            && !mark.over()
            && !entry.during().start().isAfter(now)
        ? address() + "/no-show?version=" + entry.version()
        : null;
  }

  public @Nullable String confirm() {
    return movable() && !entry.confirmed()
        ? address() + "/confirm?version=" + entry.version()
        : null;
  }

  public String book() {
    return "/patients/" + entry.patient().value() + "/openings";
  }

  /** Where the letter of the next step leads; null when that is another letter, or no drawer. */
  public @Nullable String opens(String letter) {
    var next = mark.next();
    return next != null && !next.post() && next.key().equalsIgnoreCase(letter) ? next.path() : null;
  }

  public @Nullable String posts(String letter) {
    var next = mark.next();
    return next != null && next.post() && next.key().equalsIgnoreCase(letter) ? next.path() : null;
  }
}
