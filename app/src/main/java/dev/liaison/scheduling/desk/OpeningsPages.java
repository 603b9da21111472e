package dev.liaison.scheduling.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientSummary;
import dev.liaison.patients.Patients;
import dev.liaison.platform.Ids;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.time.Spoken;
import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.scheduling.Aim;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.Opening;
import dev.liaison.scheduling.OpeningQuestion;
import dev.liaison.scheduling.OpeningWords;
import dev.liaison.scheduling.OpeningWords.Understood;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.scheduling.desk.OpeningsPage.Lost;
import dev.liaison.scheduling.desk.OpeningsPage.Visit;
import dev.liaison.web.Here;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page "Find an opening" of what was typed or refused. */
@Component
class OpeningsPages {
  private static final int SHOWN = 9;
  private static final int PATIENTS = 8;

  private final Scheduling scheduling;
  private final Facility facility;
  private final Patients patients;
  private final Here here;
  private final RefusalWords refusals;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  OpeningsPages(
      Scheduling scheduling,
      Facility facility,
      Patients patients,
      Here here,
      RefusalWords refusals,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.scheduling = scheduling;
    this.facility = facility;
    this.patients = patients;
    this.here = here;
    this.refusals = refusals;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The list, and a word on it where it is not what was asked.
   *
   * @param fits whether the first of them is on a day that was asked for
   */
  private record Answer(List<Opening> openings, @Nullable String says, boolean fits) {
    static Answer none(@Nullable String says) {
      return new Answer(List.of(), says, false);
    }
  }

  /** Who may be meant; an answered search is audited with those it showed. */
  ForWhomPage forWhom(SignedIn person, String words, Spot spot) {
    return transactions.reading(
        person.actor(),
        () -> {
          var found =
              words.isBlank()
                  ? List.<PatientSummary>of()
                  : patients.search(person.actor(), words, PATIENTS).patients();
          if (!found.isEmpty()) {
            audit.record(
                person.actor(),
                AuditEvent.of(Action.SEARCH, "patient")
                    .showing(found.stream().map(p -> p.id().value()).toList()));
          }
          return new ForWhomPage(
              spot,
              words.strip(),
              found.stream().map(p -> new ForWhomPage.Option(p, spot)).toList());
        });
  }

  /** The page for these words; audited, since it names the patient. */
  OpeningsPage page(SignedIn person, PatientId patient, String words, WhyForm why) {
    return audited(person, patient, words, why, null, null);
  }

  /**
   * What the words mean and what is free, as the page has it: names nobody, so nothing to audit.
   */
  OpeningsPage found(SignedIn person, PatientId patient, String words, WhyForm why) {
    return transactions.reading(
        person.actor(), () -> page(person, patient, words, why, null, null));
  }

  /** The page after a refusal, with the way on; audited like the page. */
  OpeningsPage refused(
      SignedIn person,
      PatientId patient,
      String words,
      WhyForm why,
      Choice choice,
      BookingOutcome outcome) {
    return audited(person, patient, words, why, choice, outcome);
  }

  private OpeningsPage audited(
      SignedIn person,
      PatientId patient,
      String words,
      WhyForm why,
      @Nullable Choice choice,
      @Nullable BookingOutcome outcome) {
    return transactions.reading(
        person.actor(),
        () -> {
          var page = page(person, patient, words, why, choice, outcome);
          audit.record(
              person.actor(), AuditEvent.of(Action.READ, "openings").showing(patient.value()));
          return page;
        });
  }

  private OpeningsPage page(
      SignedIn person,
      PatientId id,
      String words,
      WhyForm why,
      @Nullable Choice choice,
      @Nullable BookingOutcome outcome) {
    var actor = person.actor();
    var patient = patients.find(actor, id).orElseThrow(() -> new NotHere("patient", id.value()));
    var zone = here.of(person).map(l -> l.zone()).orElse(ZoneOffset.UTC);
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var names = Names.of(facility, actor);
    var understood =
        OpeningWords.read(
            words, names.types(), names.resources(), names.locations(), Habits.of(today), id);
    Lost lost =
        outcome == null || choice == null
            ? null
            : refusals.lost(person, outcome, choice, patient, names, zone);
    var answer = answer(person, understood, names, today);
    var offered = lost == null ? 0 : lost.alternatives().size();
    var rows = new ArrayList<OpeningRow>();
    here.of(person)
        .map(desk -> new Downtime(names, desk, clock.instant()).rows(understood, offered + 1))
        .ifPresent(rows::addAll);
    var past = !rows.isEmpty();
    var aim = understood.question() == null ? null : understood.question().aim();
    for (var opening : past ? List.<Opening>of() : answer.openings()) {
      var row = OpeningRow.of(opening, offered + rows.size() + 1, names, zone, today, true);
      rows.add(aim == null ? row : row.because(Aim.off(aim, row.day(), today)));
    }
    return new OpeningsPage(
        patient,
        today,
        Ids.next(),
        words,
        why,
        understood.chips(),
        past ? Downtime.says(rows) : answer.says(),
        understood.type() == null ? visits(names) : List.of(),
        rows.subList(0, Math.min(rows.size(), SHOWN - offered)),
        (past || answer.fits()) && understood.unknown().isEmpty(),
        lost);
  }

  private static List<Visit> visits(Names names) {
    return names.types().stream()
        .map(t -> new Visit(t.code(), t.name() + " " + t.length().toMinutes() + " min"))
        .toList();
  }

  private Answer answer(SignedIn person, Understood understood, Names names, LocalDate today) {
    if (understood.wrong() != null) {
      return Answer.none(understood.wrong());
    }
    var unknown = understood.missed();
    var question = understood.question();
    if (question == null) {
      var which = understood.chips().isEmpty() ? null : "Which visit? Add one of these:";
      return Answer.none(unknown == null ? which : unknown);
    }
    var found = scheduling.openings(person.actor(), question, SHOWN);
    var answer =
        found.isEmpty() ? wider(person, question, names, today) : new Answer(found, null, true);
    var says =
        Stream.of(unknown == null ? null : unknown + " Without it:", answer.says())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return new Answer(answer.openings(), says.isEmpty() ? null : says, answer.fits());
  }

  /** Nothing fits: what does when one wish after the other is left out. */
  private Answer wider(SignedIn person, OpeningQuestion question, Names names, LocalDate today) {
    var anyHour = question.between(LocalTime.MIN, LocalTime.MAX);
    var later = question.within(question.from(), question.from().plusYears(1));
    var anyone = later.with(Set.of());
    var why = why(person, question, today);
    for (var wish :
        List.of(
            new Wider(anyHour, "at any hour"),
            new Wider(anyHour.on(Set.of()), "on another day"),
            new Wider(later, "later on"),
            new Wider(later.between(LocalTime.MIN, LocalTime.MAX).on(Set.of()), "later on"),
            new Wider(anyone, "with anybody"),
            new Wider(anyone.between(LocalTime.MIN, LocalTime.MAX).on(Set.of()), "at all"))) {
      var found = scheduling.openings(person.actor(), wish.question(), SHOWN);
      if (!found.isEmpty()) {
        return new Answer(
            found,
            why + " The first " + wish.words() + ":",
            asked(question, found.getFirst(), names));
      }
    }
    return Answer.none(
        "Nothing is free within a year, with anybody. Does the template have hours for it?");
  }

  private record Wider(OpeningQuestion question, String words) {}

  /**
   * {@code Nothing is open on Sun, Nov 29: no session is held for it.}; where the day is worked,
   * that all of it is taken.
   */
  private String why(SignedIn person, OpeningQuestion question, LocalDate today) {
    var one = question.from().equals(question.until());
    if (question.aim() != null || !one && question.days().isEmpty()) {
      return "Nothing is free that fits all of it.";
    }
    var days =
        question.days().stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.US))
            .collect(Collectors.joining(" or a "));
    var on =
        one
            ? Spoken.day(question.from(), today)
            : "a " + days + " until " + Spoken.monthDay(question.until(), today);
    return scheduling.worked(person.actor(), question)
        ? "Nothing is free on "
            + on
            + " that fits all of it: what is open is taken, over or too short."
        : "Nothing is open on " + on + ": no session is held for it.";
  }

  private static boolean asked(OpeningQuestion question, Opening opening, Names names) {
    var zone = names.location(opening.location()).zone();
    var day = LocalDate.ofInstant(opening.during().start(), zone);
    return !day.isBefore(question.from())
        && !day.isAfter(question.until())
        && (question.days().isEmpty() || question.days().contains(day.getDayOfWeek()));
  }
}
