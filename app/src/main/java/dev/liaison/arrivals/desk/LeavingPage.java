package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.desk.VisitPages.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clinician is done: what is asked for next.
 *
 * @param followUp as typed, or as it was asked for before; empty when nothing is
 * @param error the words that the opening search does not understand; null when it does
 */
public record LeavingPage(Subject subject, String followUp, @Nullable String error) {
  LeavingPage(Subject subject) {
    this(subject, Objects.requireNonNullElse(subject.row().followUp(), ""), null);
  }

  public String name() {
    return subject.name();
  }

  public Identity identity() {
    return subject.identity();
  }

  public String initials() {
    return Initials.of(subject.patient().summary().name());
  }

  public String sub() {
    return subject.line().state() + " · " + subject.line().what() + subject.withWhom();
  }

  public String path() {
    var visit = subject.row().visit();
    return "/visits/" + (visit == null ? "" : visit.value()) + "/leaving";
  }

  public int version() {
    return subject.row().version();
  }
}
