package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Board;
import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.desk.FollowUp.Offer;
import dev.liaison.arrivals.desk.WalkInPage.Expected;
import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.platform.Ids;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.OpeningQuestion;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.web.Here;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of a walk-in: who has come, and what for. */
@Component
class WalkInPages {
  private static final int PATIENTS = 8;
  private static final int OPENINGS = 4;

  private final Board board;
  private final Patients patients;
  private final Facility facility;
  private final Scheduling scheduling;
  private final Here here;
  private final FollowUp followUps;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  WalkInPages(
      Board board,
      Patients patients,
      Facility facility,
      Scheduling scheduling,
      Here here,
      FollowUp followUps,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.board = board;
    this.patients = patients;
    this.facility = facility;
    this.scheduling = scheduling;
    this.here = here;
    this.followUps = followUps;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Who may be meant; an answered search is audited with those it showed. */
  WalkInWhomPage whom(Actor actor, String words) {
    return transactions.reading(
        actor,
        () -> {
          if (words.isBlank()) {
            return new WalkInWhomPage("", List.of());
          }
          var found = patients.search(actor, words, PATIENTS).patients();
          audit.record(
              actor,
              AuditEvent.of(Action.SEARCH, "patient")
                  .showing(found.stream().map(p -> p.id().value()).toList()));
          return new WalkInWhomPage(words.strip(), found);
        });
  }

  /** What a walk-in asks for: nothing chosen is the first visit, with whoever is free. */
  record Wish(@Nullable UUID type, @Nullable UUID practitioner) {
    static final Wish NONE = new Wish(null, null);
  }

  /** Empty where the facility has no place or no visit yet. */
  @Nullable WalkInPage page(SignedIn person, PatientId id, Wish wish, @Nullable String note) {
    var actor = person.actor();
    return transactions.reading(
        actor,
        () -> {
          var patient =
              patients.find(actor, id).orElseThrow(() -> new NotHere("patient", id.value()));
          refuseForeign(actor, wish);
          var types = facility.appointmentTypes(actor);
          var location = here.of(person).orElse(null);
          if (location == null || types.isEmpty()) {
            return null;
          }
          audit.record(actor, AuditEvent.of(Action.READ, "walk-in").showing(patient.id().value()));
          var today = LocalDate.ofInstant(clock.instant(), location.zone());
          var people = facility.practitioners(actor, location.id(), today, today);
          var type = type(types, wish);
          var practitioner = practitioner(people, wish);
          return new WalkInPage(
              patient,
              location,
              Ids.next(),
              types,
              type,
              people,
              practitioner,
              now(),
              offers(actor, type, practitioner, location, id, today),
              expected(actor, location, id),
              note);
        });
  }

  /** The visit of today that this may be; the next of them. */
  private @Nullable Expected expected(Actor actor, Location location, PatientId patient) {
    return board.todayOf(actor, location, List.of(patient)).stream()
        .filter(BoardRow::isExpected)
        .findFirst()
        .map(row ->
            new Expected(
                "Expected "
                    + new DayWords(location.zone()).clock(row.startsAt())
                    + withWhom(actor, row.practitionerId()),
                "/appointments/" + row.appointment().value() + "/check-in"))
        .orElse(null);
  }

  private String withWhom(Actor actor, @Nullable ResourceId practitioner) {
    return practitioner == null
        ? ""
        : facility.findResource(actor, practitioner).map(one -> " with " + one.name()).orElse("");
  }

  /**
   * A practitioner who does not work today is ours all the same.
   *
   * @throws NotHere where visit or practitioner is another organization's, or nobody's
   */
  void refuseForeign(Actor actor, Wish wish) {
    var type = wish.type();
    var practitioner = wish.practitioner();
    if (type != null
        && facility.findAppointmentType(actor, new AppointmentTypeId(type)).isEmpty()) {
      throw new NotHere("appointment-type", type);
    }
    if (practitioner != null
        && facility.findResource(actor, new ResourceId(practitioner)).isEmpty()) {
      throw new NotHere("resource", practitioner);
    }
  }

  private static AppointmentType type(List<AppointmentType> types, Wish wish) {
    return types.stream()
        .filter(one -> one.id().value().equals(wish.type()))
        .findFirst()
        .orElse(types.getFirst());
  }

  private static @Nullable Resource practitioner(List<Resource> people, Wish wish) {
    return people.stream()
        .filter(one -> one.id().value().equals(wish.practitioner()))
        .findFirst()
        .orElse(null);
  }

  /** The five minutes that have just begun: visits start on the raster. */
  private Instant now() {
    var raster = Scheduling.RASTER.toSeconds();
    return Instant.ofEpochSecond(clock.instant().getEpochSecond() / raster * raster);
  }

  private List<Offer> offers(
      Actor actor,
      AppointmentType type,
      @Nullable Resource practitioner,
      Location location,
      PatientId patient,
      LocalDate today) {
    var question =
        OpeningQuestion.of(type.id(), today, today)
            .with(practitioner == null ? Set.of() : Set.of(practitioner.id()))
            .at(Set.of(location.id()))
            .around(patient);
    return followUps.offers(actor, scheduling.openings(actor, question, OPENINGS));
  }
}
