package dev.liaison.patients;

/** What keeps a field from being saved: a sentence that says what was found and what would do. */
public record FieldProblem(RegistrationField field, String message) {}
