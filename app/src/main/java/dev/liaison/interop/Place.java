package dev.liaison.interop;

/**
 * Where a resource stands.
 *
 * @param entry {@code line 12}, {@code entry 3}; empty for the file as a whole
 * @param source the system it comes from
 */
record Place(String file, String entry, String source) {
  /** An entry of the bundle that stands here. */
  Place entry(int number) {
    return new Place(file, (entry.isEmpty() ? "" : entry + ", ") + "entry " + number, source);
  }
}
