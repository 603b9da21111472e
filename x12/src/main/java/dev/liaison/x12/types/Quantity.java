package dev.liaison.x12.types;

import java.math.BigDecimal;

/** QTY: a number, and what it counts. */
public record Quantity(Code kind, BigDecimal number) {}
