package dev.liaison.scheduling.desk;

import java.util.List;

/** The print of a day: a table for each practitioner or device. */
public record DaySheetPage(
    String place, String day, String printed, String back, List<Part> parts) {

  /** One practitioner's or device's day. */
  public record Part(String name, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** One visit. */
  public record Line(
      String time,
      String patient,
      String born,
      String mrn,
      String visit,
      String phone,
      String note) {}

  public DaySheetPage {
    parts = List.copyOf(parts);
  }

  public int visits() {
    return parts.stream().mapToInt(part -> part.lines().size()).sum();
  }
}
