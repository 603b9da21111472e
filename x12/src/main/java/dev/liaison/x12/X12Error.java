package dev.liaison.x12;

/**
 * One thing wrong, and where.
 *
 * @param offset of the segment's first byte in the file
 * @param segment its identifier, empty where there is no segment
 * @param position within the transaction set, where ST is 1; outside of a set, within the
 *     interchange, where ISA is 1; 0 where there is neither
 * @param element counted from 1, 0 when the segment as a whole is meant
 * @param component counted from 1, 0 when the element as a whole is meant
 * @param repetition counted from 1, 0 when the element does not repeat
 * @param reference number of the data element in the X12 dictionary, 0 when unknown
 * @param value what stood there, at most 99 characters, empty where nothing did; may identify a
 *     patient, so it is left out of {@link #toString()} and belongs into no log
 * @param note what the fault's own words cannot say: the rule's name, the sums that differ
 */
public record X12Error(
    Fault fault,
    long offset,
    String segment,
    int position,
    int element,
    int component,
    int repetition,
    int reference,
    String value,
    String note) {

  /** An error of the segment as a whole, or of no segment. */
  public static X12Error at(Fault fault, long offset, String segment, int position) {
    return new X12Error(fault, offset, segment, position, 0, 0, 0, 0, "", "");
  }

  /** The same, of one element. */
  public X12Error element(int element, String value) {
    return new X12Error(
        fault, offset, segment, position, element, 0, 0, reference, clip(value), note);
  }

  /** The same, with what else there is to say. */
  public X12Error note(String note) {
    return new X12Error(
        fault, offset, segment, position, element, component, repetition, reference, value, note);
  }

  public String code() {
    return fault.code();
  }

  public boolean warning() {
    return fault.warning();
  }

  static String clip(String value) {
    return value.length() <= 99 ? value : value.substring(0, 99);
  }

  /** Where and what, without the value. */
  @Override
  public String toString() {
    var place = new StringBuilder();
    place.append("byte ").append(offset);
    if (!segment.isEmpty()) {
      place.append(", ").append(segment);
      if (element > 0) {
        place.append(element < 10 ? "0" : "").append(element);
        if (component > 0) {
          place.append('-').append(component);
        }
        if (repetition > 0) {
          place.append('^').append(repetition);
        }
      }
      place.append(" (").append(position).append(')');
    }
    place.append(": ").append(fault.words());
    if (!note.isEmpty()) {
      place.append(": ").append(note);
    }
    return place.append(" [").append(fault.code()).append(']').toString();
  }
}
