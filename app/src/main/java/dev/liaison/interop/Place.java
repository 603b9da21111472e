package dev.liaison.interop;

/**
 * Where a resource stands.
 *
 * @param entry {@code line 12}, {@code entry 3}; empty for the file as a whole
 * @param source the system it comes from
 */
record Place(String file, String entry, String source) {}
