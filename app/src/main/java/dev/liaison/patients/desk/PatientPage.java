package dev.liaison.patients.desk;

import dev.liaison.patients.PatientBanner;
import dev.liaison.patients.PatientDetails;
import dev.liaison.patients.PatientPanel.Panel;
import dev.liaison.patients.Telecom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A patient's page: who it is, what other modules tell about the patient, how to reach them. */
public record PatientPage(
    PatientDetails patient, List<Panel> panels, boolean mayChange, LocalDate today, ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

  public PatientPage {
    panels = List.copyOf(panels);
  }

  /** A line of the card: what, and its value in words. */
  public record Fact(String label, String value, @Nullable String lang) {}

  public String path() {
    return "/patients/" + patient.id().value();
  }

  public PatientBanner banner() {
    return new PatientBanner(patient.summary(), patient.deceasedAt(), today, zone);
  }

  /** Whether a panel offers the page's primary act; else finding an opening is it. */
  public boolean hasAct() {
    return panels.stream()
        .flatMap(panel -> panel.rows().stream())
        .anyMatch(row -> row.act() != null);
  }

  public List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    for (var telecom : patient.telecoms()) {
      facts.add(new Fact(label(telecom), telecom.value(), null));
    }
    if (patient.telecoms().isEmpty()) {
      facts.add(new Fact("Phone", "Not known", null));
    }
    var address = patient.address().shown();
    facts.add(new Fact("Address", address.isEmpty() ? "Not known" : address, null));
    var name = patient.summary().name();
    if (name.inOwnScript() != null) {
      facts.add(new Fact("Own script", name.inOwnScript(), patient.summary().language()));
    }
    facts.add(
        new Fact(
            patient.source() == null ? "Registered" : "Imported",
            DAY.withZone(zone).format(patient.registeredAt()),
            null));
    return facts;
  }

  private static String label(Telecom telecom) {
    var use = telecom.use();
    return switch (telecom.system()) {
      case PHONE -> use == null ? "Phone" : capital(use);
      case EMAIL -> "E-mail";
      case FAX -> "Fax";
      case OTHER -> "Other";
    };
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
