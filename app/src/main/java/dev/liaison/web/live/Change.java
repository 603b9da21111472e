package dev.liaison.web.live;

import java.util.UUID;

/**
 * Something is otherwise now.
 *
 * @param topic the sort of thing: {@code appointment}, {@code visit}
 * @param subject which one
 */
public record Change(String topic, UUID subject) {}
