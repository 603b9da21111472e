package dev.liaison.x12;

/** How much of a file an error concerns, and so which acknowledgment reports it. */
public enum Level {
  /** The interchange: TA1, note code in TA105. */
  INTERCHANGE,
  /** The functional group: 999, AK905. */
  GROUP,
  /** The transaction set: 999, IK502. */
  SET,
  /** One segment: 999, IK304. */
  SEGMENT,
  /** One element, component or repetition: 999, IK403. */
  ELEMENT,
  /** Sums and situational rules of the guide; a 999 has no code of its own for them. */
  RULE,
  /** An external code list; lists age, so this only warns. */
  CODE
}
