package dev.liaison.interop;

import tools.jackson.databind.JsonNode;

/**
 * A resource that was read and waits to be written.
 *
 * @param json as it came, to park it where it cannot be written
 */
record Taken<T>(Place place, JsonNode json, T read, References references) {}
