package dev.liaison.platform;

import java.util.UUID;

/**
 * Somebody named a thing that this organization does not have: it never was, or it is another's.
 * The two are told apart nowhere, so that no identifier can be tried out.
 *
 * <p>Thrown by a face or a controller, answered in one place with the page "not found" (404) and an
 * audited refusal that outlives the transaction.
 */
public class NotHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String entity;
  private final UUID id;

  /**
   * @param entity the sort of thing: {@code patient}, {@code appointment}
   */
  public NotHere(String entity, UUID id) {
    super("No " + entity + " " + id + " in this organization");
    this.entity = entity;
    this.id = id;
  }

  public String entity() {
    return entity;
  }

  public UUID id() {
    return id;
  }
}
