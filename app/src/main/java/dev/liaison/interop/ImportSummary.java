package dev.liaison.interop;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of an import. Numbers count resources; a newer version counts as imported.
 *
 * @param later resources of a kind that the desk does not keep yet, by kind
 * @param files how many were read
 * @param leftOut files of a folder that are of no kind to read
 * @param parkedOnes the first of those parked by this import
 */
public record ImportSummary(
    long imported,
    long unchanged,
    long parked,
    SortedMap<String, Long> later,
    long files,
    long leftOut,
    List<Parked> parkedOnes) {
  public ImportSummary {
    later = new TreeMap<>(later);
    parkedOnes = List.copyOf(parkedOnes);
  }
}
