package dev.liaison.x12.claim;

/** Which of the three claims a set holds; its guide tells. */
public enum ClaimKind {
  PROFESSIONAL("005010X222A1", "B"),
  INSTITUTIONAL("005010X223A2", "A"),
  DENTAL("005010X224A2", "B");

  private final String guide;
  private final String facilityList;

  ClaimKind(String guide, String facilityList) {
    this.guide = guide;
    this.facilityList = facilityList;
  }

  /** The guide that is adopted; some payers want another suffix. */
  public String guide() {
    return guide;
  }

  /** CLM05-2: B place of service, A bill type. */
  String facilityList() {
    return facilityList;
  }

  /** By the guide of a set, whatever its suffix, 004010 included. */
  public static ClaimKind of(String guide) {
    if (guide.contains("X223") || guide.contains("X096")) {
      return INSTITUTIONAL;
    }
    return guide.contains("X224") || guide.contains("X097") ? DENTAL : PROFESSIONAL;
  }
}
