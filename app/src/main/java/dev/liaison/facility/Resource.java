package dev.liaison.facility;

import org.jspecify.annotations.Nullable;

/**
 * Whatever an appointment can claim the time of.
 *
 * @param kind what an appointment type asks for: {@code physician}, {@code mri-scanner}
 * @param name as columns and lists show it: {@code Dr. Okafor}, {@code Room 4}
 * @param location null for people, who may work in several places
 * @param family the family name of a practitioner, null for rooms and devices
 * @param specialty null unless a practitioner's
 */
public record Resource(
    ResourceId id,
    Category category,
    String kind,
    String name,
    @Nullable LocationId location,
    @Nullable String family,
    @Nullable String specialty) {

  /** The sort of thing a resource is. */
  public enum Category {
    PRACTITIONER,
    ROOM,
    DEVICE
  }
}
