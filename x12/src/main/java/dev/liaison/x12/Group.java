package dev.liaison.x12;

/**
 * The functional group, GS and GE.
 *
 * @param kind GS01: HC claims, HP remittances, HB eligibility answers and so on
 * @param number GS06 as it stands
 * @param guide GS08, the guide and version of every set in the group
 */
public record Group(
    String kind,
    String sender,
    String receiver,
    String date,
    String time,
    String number,
    String agency,
    String guide) {
  static Group of(Segment gs) {
    return new Group(
        gs.text(1),
        gs.text(2),
        gs.text(3),
        gs.text(4),
        gs.text(5),
        gs.text(6),
        gs.text(7),
        gs.text(8));
  }
}
