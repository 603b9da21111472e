package dev.liaison.arrivals.desk;

/** An exception on a row: icon, word and tint. */
public record Chip(String icon, String word, String tone) {}
