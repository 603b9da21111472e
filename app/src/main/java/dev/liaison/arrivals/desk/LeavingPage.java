package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.desk.VisitPages.Subject;
import java.util.UUID;

/** The clinician is done: what is asked for next. */
public record LeavingPage(Subject subject) {
  public UUID whom() {
    return subject.patient().summary().id().value();
  }

  public String name() {
    return subject.name();
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

  public String followUp() {
    var followUp = subject.row().followUp();
    return followUp == null ? "" : followUp;
  }
}
