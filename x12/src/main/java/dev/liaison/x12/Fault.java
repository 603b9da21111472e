package dev.liaison.x12;

import static dev.liaison.x12.Level.CODE;
import static dev.liaison.x12.Level.ELEMENT;
import static dev.liaison.x12.Level.GROUP;
import static dev.liaison.x12.Level.INTERCHANGE;
import static dev.liaison.x12.Level.RULE;
import static dev.liaison.x12.Level.SEGMENT;
import static dev.liaison.x12.Level.SET;

/** Everything that can be wrong with a file, with the code under which partners know it. */
public enum Fault {
  // What leaves no interchange to read, or ends one early.
  NO_INTERCHANGE(INTERCHANGE, "022", "no interchange: nothing here begins with ISA"),
  WRONG_ENCODING(INTERCHANGE, "022", "not in an ASCII-compatible encoding"),
  STRAY_BYTES(INTERCHANGE, "022", "bytes outside of any interchange"),
  BAD_DELIMITERS(INTERCHANGE, "026", "the interchange header names no usable delimiters"),
  BROKEN_HEADER(INTERCHANGE, "022", "the interchange header does not have 16 elements"),
  SEGMENT_TOO_LONG(INTERCHANGE, "022", "a segment longer than the limit"),
  UNEXPECTED_END(INTERCHANGE, "023", "the file ends inside a segment"),
  INTERCHANGE_TRAILER_MISSING(INTERCHANGE, "023", "the interchange has no trailer"),
  MISPLACED_SEGMENT(INTERCHANGE, "022", "a segment outside of a transaction set"),
  BAD_GROUP_HEADER(INTERCHANGE, "024", "the group header lacks what a group needs"),

  // What the interchange header says.
  INTERCHANGE_LENGTH(INTERCHANGE, "022", "header element not of its fixed length", true),
  INTERCHANGE_AUTHORIZATION(INTERCHANGE, "010", "unknown authorization qualifier"),
  INTERCHANGE_SECURITY(INTERCHANGE, "012", "unknown security qualifier"),
  INTERCHANGE_SENDER_QUALIFIER(INTERCHANGE, "005", "malformed sender qualifier"),
  INTERCHANGE_SENDER(INTERCHANGE, "006", "malformed sender"),
  INTERCHANGE_RECEIVER_QUALIFIER(INTERCHANGE, "007", "malformed receiver qualifier"),
  INTERCHANGE_RECEIVER(INTERCHANGE, "008", "malformed receiver"),
  INTERCHANGE_DATE(INTERCHANGE, "014", "no such interchange date"),
  INTERCHANGE_TIME(INTERCHANGE, "015", "no such interchange time"),
  INTERCHANGE_VERSION(INTERCHANGE, "017", "unknown interchange version"),
  INTERCHANGE_NUMBER(INTERCHANGE, "018", "the interchange number is not nine digits"),
  INTERCHANGE_ACKNOWLEDGMENT(INTERCHANGE, "019", "the acknowledgment request is neither 0 nor 1"),
  INTERCHANGE_USAGE(INTERCHANGE, "020", "the usage indicator is none of P, T, I"),
  INTERCHANGE_NUMBER_MISMATCH(INTERCHANGE, "001", "trailer and header numbers differ"),
  INTERCHANGE_COUNT(INTERCHANGE, "021", "the trailer counts another number of groups"),
  INTERCHANGE_REPEATED(INTERCHANGE, "025", "the interchange number was used before"),

  GROUP_TRAILER_MISSING(GROUP, "3", "the group has no trailer"),
  GROUP_NUMBER_MISMATCH(GROUP, "4", "group trailer and header numbers differ"),
  GROUP_COUNT(GROUP, "5", "the group trailer counts another number of sets"),
  GROUP_NUMBER(GROUP, "6", "the group number is not one to nine digits"),
  GROUP_REPEATED(GROUP, "19", "the group number was used before in this interchange"),

  SET_TRAILER_MISSING(SET, "2", "the transaction set has no trailer"),
  SET_NUMBER_MISMATCH(SET, "3", "set trailer and header numbers differ"),
  SET_COUNT(SET, "4", "the set trailer counts another number of segments"),
  SET_IDENTIFIER(SET, "6", "missing or malformed set identifier"),
  SET_NUMBER(SET, "7", "missing or malformed set number"),
  SET_REPEATED(SET, "23", "the set number was used before in this group"),
  GUIDE_UNKNOWN(SET, "I6", "no table for this guide; only envelope and syntax were checked", true),

  SEGMENT_UNKNOWN(SEGMENT, "1", "no such segment"),
  SEGMENT_UNEXPECTED(SEGMENT, "2", "not expected here"),
  SEGMENT_MISSING(SEGMENT, "3", "a required segment is missing before this one"),
  LOOP_REPEATS(SEGMENT, "4", "the loop occurs too often"),
  SEGMENT_REPEATS(SEGMENT, "5", "the segment occurs too often"),
  SEGMENT_OUT_OF_ORDER(SEGMENT, "7", "not in its place within the loop"),
  SEGMENT_NOT_USED(SEGMENT, "I4", "the guide does not use this segment here"),

  ELEMENT_MISSING(ELEMENT, "1", "a required element is missing"),
  ELEMENT_CONDITION(ELEMENT, "2", "an element is missing that another one calls for"),
  ELEMENTS_TOO_MANY(ELEMENT, "3", "more elements than the segment has"),
  ELEMENT_TOO_SHORT(ELEMENT, "4", "too short"),
  ELEMENT_TOO_LONG(ELEMENT, "5", "too long"),
  ELEMENT_CHARACTER(ELEMENT, "6", "a character that this type does not have"),
  ELEMENT_CODE(ELEMENT, "7", "not a possible code"),
  ELEMENT_DATE(ELEMENT, "8", "no such date"),
  ELEMENT_TIME(ELEMENT, "9", "no such time"),
  ELEMENT_EXCLUSION(ELEMENT, "10", "stands with an element that excludes it"),
  REPETITIONS_TOO_MANY(ELEMENT, "12", "repeats too often"),
  COMPONENTS_TOO_MANY(ELEMENT, "13", "more components than the element has"),
  ELEMENT_NOT_USED(ELEMENT, "I10", "the guide does not use this element here"),

  HIERARCHY(ELEMENT, "I12", "the numbers of the levels do not form a tree"),

  BALANCE(RULE, "balance", "does not add up"),
  SITUATION(RULE, "rule", "a situational rule is broken"),
  UNKNOWN_CODE(CODE, "code", "not in the code list at hand", true);

  private final Level level;
  private final String code;
  private final String words;
  private final boolean warning;

  Fault(Level level, String code, String words) {
    this(level, code, words, false);
  }

  Fault(Level level, String code, String words, boolean warning) {
    this.level = level;
    this.code = code;
    this.words = words;
    this.warning = warning;
  }

  public Level level() {
    return level;
  }

  /** TA105, AK905, IK502, IK304 or IK403, as the {@link #level()} has it. */
  public String code() {
    return code;
  }

  /** What is wrong, in our words, without any data. */
  public String words() {
    return words;
  }

  /** A warning leaves the set accepted. */
  public boolean warning() {
    return warning;
  }
}
