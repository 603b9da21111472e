package dev.liaison.identity.desk;

import org.jspecify.annotations.Nullable;

/**
 * The log-in.
 *
 * @param organization where this is, when there is only one it can be
 * @param problem what was wrong with the attempt before, in a sentence
 */
public record LoginPage(
    Csrf csrf, String name, @Nullable String organization, @Nullable String problem) {}
