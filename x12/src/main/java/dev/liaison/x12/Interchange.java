package dev.liaison.x12;

/**
 * The outer envelope, ISA and IEA, blanks at the ends removed.
 *
 * @param number ISA13 as it stands, nine digits when sound
 * @param date ISA09, {@code yyMMdd}
 * @param time ISA10, {@code HHmm}
 * @param usage ISA15: P production, T test, I information
 */
public record Interchange(
    String authorizationQualifier,
    String authorization,
    String securityQualifier,
    String security,
    String senderQualifier,
    String sender,
    String receiverQualifier,
    String receiver,
    String date,
    String time,
    String version,
    String number,
    boolean acknowledgmentRequested,
    String usage,
    Delimiters delimiters) {

  static Interchange of(Segment isa, Delimiters delimiters) {
    return new Interchange(
        isa.text(1).strip(),
        isa.text(2).strip(),
        isa.text(3).strip(),
        isa.text(4).strip(),
        isa.text(5).strip(),
        isa.text(6).strip(),
        isa.text(7).strip(),
        isa.text(8).strip(),
        isa.text(9),
        isa.text(10),
        isa.text(12),
        isa.text(13),
        isa.text(14).equals("1"),
        isa.text(15),
        delimiters);
  }

  /** An interchange to write, without authorization or security, delimiters as usual. */
  public static Interchange between(
      String senderQualifier,
      String sender,
      String receiverQualifier,
      String receiver,
      java.time.LocalDateTime at,
      int number,
      String usage) {
    return new Interchange(
        "00",
        "",
        "00",
        "",
        senderQualifier,
        sender,
        receiverQualifier,
        receiver,
        java.time.format.DateTimeFormatter.ofPattern("yyMMdd").format(at),
        java.time.format.DateTimeFormatter.ofPattern("HHmm").format(at),
        "00501",
        "%09d".formatted(number),
        false,
        usage,
        Delimiters.USUAL);
  }
}
