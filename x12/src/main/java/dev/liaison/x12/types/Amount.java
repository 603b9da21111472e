package dev.liaison.x12.types;

/** AMT: money, and what kind of money it is. */
public record Amount(Code kind, Money money) {}
