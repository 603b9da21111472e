package dev.liaison.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in identifiers only.
 *
 * @param entity the sort of thing: {@code patient}, {@code appointment}, {@code board}
 * @param patients the patients shown or concerned
 * @param detail further facts, never a name or anything else that a person is known by
 */
public record AuditEvent(
    Action action,
    String entity,
    @Nullable UUID entityId,
    Set<UUID> patients,
    Map<String, String> detail) {

  /** What was done. */
  public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    SEARCH,
    PRINT,
    EXPORT,
    LOGIN,
    LOGOUT,
    REFUSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AuditEvent {
    patients = Set.copyOf(patients);
    detail = Map.copyOf(detail);
  }

  public static AuditEvent of(Action action, String entity) {
    return new AuditEvent(action, entity, null, Set.of(), Map.of());
  }

  public static AuditEvent of(Action action, String entity, UUID id) {
    return new AuditEvent(action, entity, id, Set.of(), Map.of());
  }

  /** The same event, also about these patients. */
  public AuditEvent showing(Collection<UUID> more) {
    var all = new LinkedHashSet<>(patients);
    all.addAll(more);
    return new AuditEvent(action, entity, entityId, all, detail);
  }

  /** The same event, also about this patient. */
  public AuditEvent showing(UUID patient) {
    return showing(Set.of(patient));
  }

  /** The same event with one more fact. */
  public AuditEvent with(String name, Object value) {
    var all = new HashMap<>(detail);
    all.put(name, value.toString());
    return new AuditEvent(action, entity, entityId, patients, all);
  }
}
