package dev.liaison.scheduling.desk;

import java.util.List;

/** The reasons that stand on a digit; any other is typed. */
public final class CancelReasons {
  public static final List<String> ALL =
      List.of(
          "Patient asked",
          "Patient is ill",
          "Patient has another time",
          "Practitioner not available",
          "Weather or transport",
          "Booked by mistake");

  private CancelReasons() {}
}
