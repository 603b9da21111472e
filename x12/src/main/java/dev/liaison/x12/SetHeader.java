package dev.liaison.x12;

/**
 * The head of a transaction set, ST.
 *
 * @param kind ST01: 835, 837 and so on
 * @param number ST02 as it stands
 * @param guide ST03, or GS08 where the set has none (an 835 never has)
 * @param offset of the ST in the file
 */
public record SetHeader(String kind, String number, String guide, long offset) {}
