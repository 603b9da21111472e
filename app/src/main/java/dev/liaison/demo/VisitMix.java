package dev.liaison.demo;

import dev.liaison.facility.AppointmentType;
import dev.liaison.scheduling.BookingRequest.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who comes for what, how often, and why: the sense in the chance. */
final class VisitMix {
  private static final Map<String, Integer> WEIGHTS =
      Map.ofEntries(
          Map.entry("FU", 6),
          Map.entry("NEW", 2),
          Map.entry("AC", 4),
          Map.entry("ANN", 2),
          Map.entry("WCC", 6),
          Map.entry("PRC", 4),
          Map.entry("DM", 2),
          Map.entry("OB", 7),
          Map.entry("WND", 1),
          Map.entry("VAC", 1),
          Map.entry("HFU", 1),
          Map.entry("MWV", 1),
          Map.entry("BH", 1),
          Map.entry("PRE", 1),
          Map.entry("SPT", 1),
          Map.entry("MRI", 3),
          Map.entry("MRC", 1),
          Map.entry("US", 3),
          Map.entry("OBU", 1),
          Map.entry("BX", 1));

  private static final Map<String, List<String>> REASONS =
      Map.ofEntries(
          Map.entry(
              "FU", List.of("Blood pressure", "Medication review", "Test results", "Back pain")),
          Map.entry("NEW", List.of("Establish care", "Second opinion", "New in town")),
          Map.entry(
              "AC",
              List.of("Sore throat", "Cough and fever", "Ear pain", "Rash", "Sprained ankle")),
          Map.entry("ANN", List.of("Yearly check-up")),
          Map.entry("WCC", List.of("Well-child check")),
          Map.entry("PRC", List.of("Mole removal", "Skin biopsy", "Joint injection")),
          Map.entry("DM", List.of("A1c and feet", "Insulin adjustment")),
          Map.entry("OB", List.of("Prenatal check")),
          Map.entry("WND", List.of("Dressing change", "Stitches out")),
          Map.entry("VAC", List.of("Flu shot", "Travel vaccines")),
          Map.entry("HFU", List.of("Seen in hospital last week")),
          Map.entry("MWV", List.of("Yearly wellness visit")),
          Map.entry("BH", List.of("Sleep", "Low mood", "Worry")),
          Map.entry("PRE", List.of("Knee surgery next month", "Cataract surgery")),
          Map.entry("SPT", List.of("School team")),
          Map.entry("MRI", List.of("Knee", "Lower back", "Head")),
          Map.entry("MRC", List.of("Liver", "Head with contrast")),
          Map.entry("US", List.of("Abdomen", "Thyroid", "Leg veins")),
          Map.entry("OBU", List.of("20-week scan", "Growth check")),
          Map.entry("BX", List.of("Thyroid nodule", "Breast lump")));

  private static final Set<String> IMAGING = Set.of("MRI", "MRC", "US", "OBU", "BX");
  private static final List<String> WAYS = List.of("phone", "phone", "phone", "online", "desk");

  private VisitMix() {}

  static int weight(AppointmentType type) {
    return WEIGHTS.getOrDefault(type.code(), 1);
  }

  static boolean suits(AppointmentType type, DemoPatient patient, LocalDate day) {
    var age = patient.age(day);
    return switch (type.code()) {
      case "WCC" -> age < 13;
      case "SPT" -> age >= 10 && age <= 18;
      case "OB", "OBU" -> patient.female() && age >= 18 && age <= 44;
      case "MWV" -> age >= 65;
      case "DM", "PRE", "HFU" -> age >= 35;
      case "ANN", "BH", "MRI", "MRC", "BX" -> age >= 18;
      default -> true;
    };
  }

  /** Whom a practitioner sees, whatever for. */
  static boolean sees(String family, DemoPatient patient, LocalDate day) {
    return switch (family) {
      case "Marchetti" -> patient.age(day) < 18;
      case "Bhattacharya" -> patient.female() && patient.age(day) >= 16;
      default -> patient.age(day) >= 14;
    };
  }

  static Why why(AppointmentType type, Chance chance) {
    var reason = chance.oneOf(REASONS.getOrDefault(type.code(), List.of(type.name())));
    if (IMAGING.contains(type.code())) {
      return new Why(reason, null, "clinician", "referral", "Dr. Okafor");
    }
    var note = chance.happens(0.08) ? "Asked for an earlier time if one comes free" : null;
    return new Why(reason, note, "patient", chance.oneOf(WAYS), null);
  }
}
