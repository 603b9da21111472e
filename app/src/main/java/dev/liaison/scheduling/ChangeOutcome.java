package dev.liaison.scheduling;

/** What became of a change to an appointment that needs no time of anybody. */
public sealed interface ChangeOutcome {
  /**
   * Done, or done before by the same request.
   *
   * @param version the one to name with the next change
   */
  record Done(AppointmentId appointment, int version) implements ChangeOutcome {}

  /** Someone else was first; this is how it stands now. */
  record Changed(Appointment now) implements ChangeOutcome {}

  /**
   * Not with this appointment as it is.
   *
   * @param why for the desk, a whole sentence
   */
  record Refused(String why) implements ChangeOutcome {}

  /** No such appointment in this organization. */
  record Unknown() implements ChangeOutcome {}
}
