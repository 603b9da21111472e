package dev.liaison.audit;

import java.util.List;

/**
 * What a check of the audit found.
 *
 * @param blocks how many blocks the chain has
 * @param events how many events they hold
 * @param unsealed how many events were written since the last block
 */
public record ChainReport(long blocks, long events, long unsealed, List<Fault> faults) {

  /**
   * Something that is not as it was sealed.
   *
   * @param block the number of the first block it shows in
   */
  public record Fault(long block, Kind kind) {}

  /** What is wrong with a block. */
  public enum Kind {
    /** A row was changed, or changed places with another. */
    EVENT_CHANGED,
    /** Rows were removed, added, or moved to another block. */
    EVENTS_MISCOUNT,
    /** A block before this one is gone, or its stretch was moved. */
    BLOCK_MISSING,
    /** This block does not name the head of the one before. */
    CHAIN_BROKEN
  }

  public ChainReport {
    faults = List.copyOf(faults);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }
}
