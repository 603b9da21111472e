package dev.liaison.web;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as {@code web/field.jte} shows it: label, what was typed, and what is wrong
 * or was understood.
 */
public record Field(
    String name,
    String label,
    String value,
    String type,
    String autocomplete,
    boolean optional,
    boolean first,
    int maxLength,
    @Nullable String hint,
    @Nullable String understood,
    @Nullable String error) {

  /** A line of text that must be given. */
  public static Field text(String name, String label, @Nullable String value) {
    return new Field(
        name,
        label,
        value == null ? "" : value,
        "text",
        "off",
        false,
        false,
        1000,
        null,
        null,
        null);
  }

  public String id() {
    return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
  }

  public boolean wrong() {
    return error != null;
  }

  /** The ids of what stands below the field, for screen readers; null when nothing does. */
  public @Nullable String describedBy() {
    var ids = new StringBuilder();
    if (wrong()) {
      ids.append(id()).append("-e ");
    }
    if (understood != null) {
      ids.append(id()).append("-s ");
    }
    if (hint != null) {
      ids.append(id()).append("-h ");
    }
    return ids.isEmpty() ? null : ids.toString().trim();
  }

  public Field ofType(String type) {
    return new Field(
        name,
        label,
        value,
        type,
        autocomplete,
        optional,
        first,
        maxLength,
        hint,
        understood,
        error);
  }

  /** For one's own data; patients' fields stay {@code off}. */
  public Field autocompleted(String autocomplete) {
    return new Field(
        name,
        label,
        value,
        type,
        autocomplete,
        optional,
        first,
        maxLength,
        hint,
        understood,
        error);
  }

  public Field mayBeEmpty() {
    return new Field(
        name, label, value, type, autocomplete, true, first, maxLength, hint, understood, error);
  }

  /** Where the focus begins. */
  public Field focused() {
    return new Field(
        name, label, value, type, autocomplete, optional, true, maxLength, hint, understood, error);
  }

  public Field withHint(@Nullable String hint) {
    return new Field(
        name,
        label,
        value,
        type,
        autocomplete,
        optional,
        first,
        maxLength,
        hint,
        understood,
        error);
  }

  /** Repeats in green what was understood: "Apr 2, 1961, 65 years". */
  public Field understoodAs(@Nullable String understood) {
    return new Field(
        name,
        label,
        value,
        type,
        autocomplete,
        optional,
        first,
        maxLength,
        hint,
        understood,
        error);
  }

  /** A sentence that names what was typed and what is needed; null when all is well. */
  public Field withError(@Nullable String error) {
    return new Field(
        name,
        label,
        value,
        type,
        autocomplete,
        optional,
        first,
        maxLength,
        hint,
        understood,
        error);
  }
}
