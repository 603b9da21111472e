package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.desk.FollowUp.Found;
import dev.liaison.arrivals.desk.FollowUp.Offer;
import dev.liaison.arrivals.desk.VisitPages.Subject;
import dev.liaison.scheduling.Aim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Check-out: the follow-up as words, the openings they mean, the first of them chosen.
 *
 * @param request of this form: the same one twice checks out and books once
 * @param words when and with whom, as typed or as the clinician asks
 * @param note why the patient is not checked out; null at first
 */
public record CheckOutPage(
    Subject subject, UUID request, String words, Found found, @Nullable String note) {

  /** One opening; its number is the key that chooses it. */
  public record Choice(
      int number,
      String value,
      String hour,
      String half,
      String day,
      String whom,
      String why,
      String books,
      boolean chosen) {}

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
    var line = subject.line();
    return line.hour() + line.half() + " · " + line.what() + subject.withWhom();
  }

  public String path() {
    var visit = subject.row().visit();
    return "/visits/" + (visit == null ? "" : visit.value()) + "/check-out";
  }

  public int version() {
    return subject.row().version();
  }

  /** What the clinician asks for; null when nothing was said. */
  public @Nullable String asked() {
    var asked = subject.row().followUp();
    var practitioner = subject.practitioner();
    return asked == null
        ? null
        : (practitioner == null ? "Asked for: " : practitioner.name() + " asks: ") + asked;
  }

  public List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    for (var offer : found.offers()) {
      choices.add(choice(choices.size() + 1, offer));
    }
    return choices;
  }

  private Choice choice(int number, Offer offer) {
    var words = new DayWords(offer.zone());
    var start = offer.opening().during().start();
    return new Choice(
        number,
        ChosenOpening.of(offer.opening()).write(),
        words.hour(start),
        words.half(start),
        words.day(start),
        offer.whom(),
        distance(start.atZone(offer.zone()).toLocalDate()),
        "Books " + words.day(start) + ", " + words.clock(start),
        number == 1);
  }

  /** How near to the day that is aimed at; empty where none is. */
  private String distance(LocalDate day) {
    var aim = found.aim();
    return aim == null ? "" : Aim.off(aim, day, subject.line().today());
  }

  /** What the main button books as the page opens. */
  public String books() {
    return choices().stream().filter(Choice::chosen).map(Choice::books).findFirst().orElse("");
  }

  public String says() {
    return found.says();
  }

  /** The words that were not understood, as a sentence; null when all were. */
  public @Nullable String missed() {
    return found.missed();
  }

  /** Words that were understood and for which nothing is free. */
  public boolean full() {
    return !found.says().isEmpty() && found.offers().isEmpty();
  }

  /** There is nothing to choose from, so that the words come first. */
  public boolean empty() {
    return found.offers().isEmpty();
  }

  /**
   * Nothing to book is the choice while there is nothing to choose from, unless the clinician asks
   * for a follow-up: that order is dropped by a deliberate choice only.
   */
  public boolean none() {
    return empty() && subject.row().followUp() == null;
  }

  /** The form was sent without a choice, which is what comes next. */
  public boolean undecided() {
    return note != null && empty() && !none();
  }

  /** What a form without a choice is answered with. */
  static String undecided(Subject subject) {
    return asks(subject) + ": choose an opening, or None needed.";
  }

  private static String asks(Subject subject) {
    var practitioner = subject.practitioner();
    return (practitioner == null
            ? "A follow-up is asked for: "
            : practitioner.name() + " asks for ")
        + subject.row().followUp();
  }
}
