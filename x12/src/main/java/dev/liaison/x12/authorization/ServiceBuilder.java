package dev.liaison.x12.authorization;

import dev.liaison.x12.Segment;
import dev.liaison.x12.authorization.Review.Decision;
import dev.liaison.x12.authorization.Review.Delivery;
import dev.liaison.x12.authorization.Review.Diagnosis;
import dev.liaison.x12.authorization.Review.Participant;
import dev.liaison.x12.authorization.Review.Rejection;
import dev.liaison.x12.authorization.Review.Service;
import dev.liaison.x12.authorization.Review.Trace;
import dev.liaison.x12.authorization.ReviewBuilder.ParticipantBuilder;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one level 2000E or 2000F. */
final class ServiceBuilder {
  private final Values values;
  private final List<Trace> traces = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Dated> dates = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<Participant> providers = new ArrayList<>();
  private Code category = Code.NONE;
  private Code certification = Code.NONE;
  private Code serviceType = Code.NONE;
  private Code facility = Code.NONE;
  private Code facilityList = Code.NONE;
  private Code level = Code.NONE;
  private @Nullable Decision decision;
  private Procedure procedure = Procedure.NONE;
  private String revenueCode = "";
  private @Nullable Money charge;
  private Code unit = Code.NONE;
  private @Nullable BigDecimal units;
  private @Nullable Delivery delivery;
  private @Nullable ParticipantBuilder participant;

  ServiceBuilder(Values values) {
    this.values = values;
  }

  void accept(Segment s) {
    if (s.is("NM1")) {
      endParticipant();
      participant = new ParticipantBuilder(s);
    } else if (s.is("AAA")) {
      rejections.add(ReviewBuilder.rejection(s));
    } else if (participant == null || !participant.accept(s)) {
      own(s);
    }
  }

  private void own(Segment s) {
    switch (s.name()) {
      case "TRN" -> traces.add(new Trace(Values.code(s, 1), s.text(2), s.text(3), s.text(4)));
      case "UM" -> {
        category = Values.code(s, 1);
        certification = Values.code(s, 2);
        serviceType = Values.code(s, 3);
        facility = Code.of(s.text(4, 1));
        facilityList = Code.of(s.text(4, 2));
        level = Values.code(s, 6);
      }
      case "HCR" ->
          decision =
              new Decision(Values.code(s, 1), s.text(2), Values.code(s, 3), Values.code(s, 4));
      case "REF" -> references.add(Values.ref(s));
      case "DTP" -> {
        var dated = values.dtp(s);
        if (dated != null) {
          dates.add(dated);
        }
      }
      case "HI" -> {
        for (int i = 1; i <= s.size(); i++) {
          if (s.has(i)) {
            diagnoses.add(diagnosis(s, i));
          }
        }
      }
      case "SV1" -> service(s, 1, 2, 3);
      case "SV2" -> {
        revenueCode = s.text(1);
        service(s, 2, 3, 4);
      }
      case "SV3" -> {
        procedure = Values.procedure(s, 1);
        charge = values.moneyOrNull(s, 2);
        units = values.decimal(s, 6);
      }
      case "HSD" ->
          delivery =
              new Delivery(
                  Values.code(s, 1),
                  values.decimal(s, 2),
                  Values.code(s, 3),
                  values.decimal(s, 4),
                  Values.code(s, 5),
                  values.decimal(s, 6));
      case "MSG" -> messages.add(s.text(1));
      default -> {
        // attachments, transport and the like: shown and checked, not part of this value
      }
    }
  }

  private void service(Segment s, int procedureAt, int chargeAt, int unitAt) {
    procedure = Values.procedure(s, procedureAt);
    charge = values.moneyOrNull(s, chargeAt);
    unit = Values.code(s, unitAt);
    units = values.decimal(s, unitAt + 1);
  }

  private Diagnosis diagnosis(Segment s, int element) {
    var when = s.text(element, 4);
    LocalDate known = null;
    if (when.matches("[0-9]{8}")) {
      var period = values.period(when, "D8", s, element);
      known = period == null ? null : period.from();
    }
    return new Diagnosis(Code.of(s.text(element, 1)), s.text(element, 2), known);
  }

  private void endParticipant() {
    if (participant != null) {
      providers.add(participant.end());
      participant = null;
    }
  }

  Service end() {
    endParticipant();
    return new Service(
        traces,
        rejections,
        category,
        certification,
        serviceType,
        facility,
        facilityList,
        level,
        decision,
        references,
        dates,
        diagnoses,
        procedure,
        revenueCode,
        charge,
        unit,
        units,
        delivery,
        messages,
        providers);
  }
}
