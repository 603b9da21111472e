package dev.liaison.facility;

import java.util.List;

/** What became of a facility file. */
public sealed interface FacilityImportOutcome {
  /**
   * All of it holds now.
   *
   * @param imported entries that are new or changed; the weekly sessions of a resource count as one
   * @param unchanged entries that said what was known already
   */
  record Imported(int imported, int unchanged) implements FacilityImportOutcome {}

  /**
   * Nothing was changed, since a facility half taken over would open times that nobody works.
   *
   * @param faults all that were found, in the order of the file
   * @param parked the entries that wait until the file is mended, at least one
   */
  record Refused(List<FileFault> faults, int parked) implements FacilityImportOutcome {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
