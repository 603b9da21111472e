package dev.liaison.interop;

/** A file, a line or a resource that cannot be read; caught where it is parked. */
class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ParkReason reason;

  /**
   * @param message for people: what was found, and where; without a patient's data
   */
  Unreadable(ParkReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ParkReason reason() {
    return reason;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
