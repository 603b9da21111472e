package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.Identifier;
import dev.liaison.arrivals.desk.VisitPages.Subject;
import dev.liaison.patients.PatientDetails;
import dev.liaison.patients.PatientSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Greeting and check-in: who is here, by two identifiers.
 *
 * @param answers what was answered so far
 * @param note why the patient is not checked in; null at first
 */
public record CheckInPage(Subject subject, CheckInForm answers, @Nullable String note) {
  /**
   * A question that the patient answers, not the desk.
   *
   * @param answer yes, no, or null while it is open
   */
  public record Ask(
      String name,
      String label,
      String value,
      @Nullable String detail,
      @Nullable String answer,
      boolean first) {
    public boolean yes() {
      return "yes".equals(answer);
    }

    public boolean no() {
      return "no".equals(answer);
    }
  }

  public String name() {
    return subject.name();
  }

  public BoardRow row() {
    return subject.row();
  }

  /** Whether anything was said when the visit was booked. */
  public boolean booked() {
    return row().reason() != null || row().note() != null;
  }

  public Identity identity() {
    return subject.identity();
  }

  public String initials() {
    return Initials.of(patient().name());
  }

  public String path() {
    return "/appointments/" + subject.row().appointment().value() + "/check-in";
  }

  public int version() {
    return subject.row().version();
  }

  /** {@code 10:00am · Follow-up 20 · Dr. Okafor · waiting 31 min}. */
  public String sub() {
    var line = subject.line();
    var wait = line.waiting();
    var waiting =
        wait == null
            ? ""
            : " · "
                + (line.group() == Group.LATE ? "" : "waiting ")
                + wait.minutes()
                + " "
                + wait.unit();
    return line.hour() + line.half() + " · " + line.what() + subject.withWhom() + waiting;
  }

  public List<Ask> asks() {
    var asks = new ArrayList<Ask>();
    for (var identifier : identifiers(patient())) {
      var answer = answers.answers().get(identifier.code());
      asks.add(ask(identifier, answer, asks.stream().allMatch(before -> before.answer() != null)));
    }
    return asks;
  }

  /** The two facts to ask for: what a record does not have cannot prove who somebody is. */
  static List<Identifier> identifiers(PatientSummary patient) {
    var second =
        patient.birthDate() != null
            ? Identifier.BIRTH_DATE
            : patient.phone() != null ? Identifier.PHONE : Identifier.RECORD_NUMBER;
    return List.of(Identifier.FULL_NAME, second);
  }

  private Ask ask(Identifier identifier, @Nullable String answer, boolean mayBeFirst) {
    var first = mayBeFirst && answer == null;
    var code = identifier.code();
    return switch (identifier) {
      case FULL_NAME -> new Ask(code, "Full name", name(), null, answer, first);
      case BIRTH_DATE -> {
        var age = patient().age(subject.line().today());
        yield new Ask(code, "Date of birth", patient().born(), age, answer, first);
      }
      case PHONE ->
          new Ask(code, "Phone, since no birth date is known", phone(), null, answer, first);
      case RECORD_NUMBER ->
          new Ask(
              code,
              "Record number, since no birth date is known",
              patient().mrn().shown(),
              null,
              answer,
              first);
    };
  }

  /** Nobody is checked in by a no. */
  public boolean stopped() {
    return asks().stream().anyMatch(Ask::no);
  }

  public boolean answered() {
    return asks().stream().allMatch(Ask::yes);
  }

  public @Nullable String language() {
    var language = patient().language();
    return language == null || language.startsWith("en") ? null : patient().languageName();
  }

  public String phone() {
    var phone = patient().phone();
    return phone == null ? "" : phone;
  }

  public String address() {
    return details().address().shown();
  }

  public String editPath() {
    return "/patients/" + patient().id().value() + "/edit";
  }

  private PatientDetails details() {
    return subject.patient();
  }

  private PatientSummary patient() {
    return subject.patient().summary();
  }
}
