package dev.liaison.patients;

import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes of {@code patient}, {@code patient_telecom} and {@code patient_word}, any number of
 * patients in as many statements as one.
 */
@Repository
class PatientBatch {
  private static final String MRNS =
      """
      insert into counter (organization_id, purpose, value)
      values (:organization, 'mrn', 100000 + :count)
      on conflict on constraint counter_pk do update set value = counter.value + :count
      returning value
      """;

  private static final String ADD =
      """
      insert into patient (organization_id, id, mrn, family, given, suffix, preferred_name, native_name,
          birth_date, sex, language, line, unit, city, state, postal_code, country, deceased, deceased_at,
          source, source_id, source_digest, source_updated_at, request_id, created_by)
      select :organization, id, mrn, family, given, suffix, preferred_name, native_name,
          birth_date, sex, language, line, unit, city, state, postal_code, country, deceased, deceased_at,
          source, source_id, source_digest, source_updated_at, request_id, :user
      from unnest(cast(:id as uuid[]), cast(:mrn as text[]), cast(:family as text[]), cast(:given as text[]),
          cast(:suffix as text[]), cast(:preferred as text[]), cast(:native as text[]), cast(:born as date[]),
          cast(:sex as text[]), cast(:language as text[]), cast(:line as text[]), cast(:unit as text[]),
          cast(:city as text[]), cast(:state as text[]), cast(:code as text[]), cast(:country as text[]),
          cast(:deceased as boolean[]), cast(:deceasedAt as timestamptz[]), cast(:source as text[]),
          cast(:sourceId as text[]), cast(:digest as bytea[]), cast(:told as timestamptz[]),
          cast(:request as uuid[]))
          as person (id, mrn, family, given, suffix, preferred_name, native_name, birth_date, sex, language,
              line, unit, city, state, postal_code, country, deceased, deceased_at, source, source_id,
              source_digest, source_updated_at, request_id)
      on conflict do nothing
      returning id
      """;

  private static final String CHANGE =
      """
      update patient
      set family = person.family, given = person.given, suffix = person.suffix,
          preferred_name = person.preferred_name, native_name = person.native_name,
          birth_date = person.birth_date, sex = person.sex, language = person.language,
          line = person.line, unit = person.unit, city = person.city, state = person.state,
          postal_code = person.postal_code, country = person.country, deceased = person.deceased,
          deceased_at = person.deceased_at,
          source_digest = coalesce(person.source_digest, patient.source_digest),
          source_updated_at = coalesce(person.source_updated_at, patient.source_updated_at),
          version = patient.version + 1, updated_at = :now, updated_by = :user
      from unnest(cast(:id as uuid[]), cast(:family as text[]), cast(:given as text[]), cast(:suffix as text[]),
          cast(:preferred as text[]), cast(:native as text[]), cast(:born as date[]), cast(:sex as text[]),
          cast(:language as text[]), cast(:line as text[]), cast(:unit as text[]), cast(:city as text[]),
          cast(:state as text[]), cast(:code as text[]), cast(:country as text[]), cast(:deceased as boolean[]),
          cast(:deceasedAt as timestamptz[]), cast(:digest as bytea[]), cast(:told as timestamptz[]))
          as person (id, family, given, suffix, preferred_name, native_name, birth_date, sex, language, line,
              unit, city, state, postal_code, country, deceased, deceased_at, source_digest, source_updated_at)
      where patient.organization_id = :organization
          and patient.id = person.id
      """;

  private static final String FORGET_TELECOMS =
      """
      delete from patient_telecom
      where organization_id = :organization
          and patient_id = any(cast(:patients as uuid[]))
      """;

  private static final String FORGET_WORDS =
      """
      delete from patient_word
      where organization_id = :organization
          and patient_id = any(cast(:patients as uuid[]))
      """;

  private static final String ADD_TELECOMS =
      """
      insert into patient_telecom (organization_id, patient_id, position, system, use, value, digits)
      select :organization, patient_id, position, system, use, value, digits
      from unnest(cast(:patients as uuid[]), cast(:positions as int[]), cast(:systems as text[]),
          cast(:uses as text[]), cast(:values as text[]), cast(:digits as text[]))
          as way (patient_id, position, system, use, value, digits)
      on conflict do nothing
      """;

  private static final String ADD_WORDS =
      """
      insert into patient_word (organization_id, word, patient_id)
      select :organization, word, patient_id
      from unnest(cast(:patients as uuid[]), cast(:words as text[])) as called (patient_id, word)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;

  PatientBatch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One patient to write; {@code mrn}, {@code source} and {@code request} matter to new ones only.
   */
  record Write(
      PatientId id,
      @Nullable Mrn mrn,
      PersonName name,
      @Nullable LocalDate birthDate,
      Sex sex,
      @Nullable String language,
      Address address,
      List<Telecom> telecoms,
      boolean deceased,
      @Nullable Instant deceasedAt,
      @Nullable String source,
      @Nullable String sourceId,
      byte @Nullable [] digest,
      @Nullable Instant sourceUpdatedAt,
      @Nullable UUID request) {}

  /** The first of so many record numbers in a row; no one else gets any of them. */
  long mrns(OrganizationId organization, int count) {
    var last =
        jdbc.sql(MRNS)
            .param("organization", organization.value())
            .param("count", count)
            .query(Long.class)
            .single();
    return last - count + 1;
  }

  /**
   * Adds those whose key nobody has yet: a source's own id, or a form's request.
   *
   * @return the ids that were added
   */
  Set<PatientId> add(OrganizationId organization, UserId user, List<Write> writes) {
    if (writes.isEmpty()) {
      return Set.of();
    }
    var statement =
        columns(jdbc.sql(ADD), writes)
            .param("organization", organization.value())
            .param("user", user.value())
            .param("mrn", texts(writes, w -> w.mrn() == null ? null : w.mrn().value()))
            .param("source", texts(writes, Write::source))
            .param("sourceId", texts(writes, Write::sourceId))
            .param("request", writes.stream().map(Write::request).toArray(UUID[]::new));
    var added =
        Rows.of(statement.query(UUID.class)).stream()
            .map(PatientId::new)
            .collect(Collectors.toSet());
    var mine = writes.stream().filter(write -> added.contains(write.id())).toList();
    addParts(organization, mine);
    return added;
  }

  /** Writes over patients that are here; the caller has compared versions or digests. */
  void change(OrganizationId organization, UserId user, Instant now, List<Write> writes) {
    if (writes.isEmpty()) {
      return;
    }
    columns(jdbc.sql(CHANGE), writes)
        .param("organization", organization.value())
        .param("user", user.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    for (var forget : List.of(FORGET_TELECOMS, FORGET_WORDS)) {
      jdbc.sql(forget)
          .param("organization", organization.value())
          .param("patients", ids(writes))
          .update();
    }
    addParts(organization, writes);
  }

  private static JdbcClient.StatementSpec columns(
      JdbcClient.StatementSpec statement, List<Write> writes) {
    return statement
        .param("id", ids(writes))
        .param("family", texts(writes, w -> w.name().family()))
        .param("given", texts(writes, w -> w.name().given()))
        .param("suffix", texts(writes, w -> w.name().suffix()))
        .param("preferred", texts(writes, w -> w.name().preferred()))
        .param("native", texts(writes, w -> w.name().inOwnScript()))
        .param("born", texts(writes, w -> w.birthDate() == null ? null : w.birthDate().toString()))
        .param("sex", texts(writes, w -> w.sex().code()))
        .param("language", texts(writes, Write::language))
        .param("line", texts(writes, w -> w.address().line()))
        .param("unit", texts(writes, w -> w.address().unit()))
        .param("city", texts(writes, w -> w.address().city()))
        .param("state", texts(writes, w -> w.address().state()))
        .param("code", texts(writes, w -> w.address().postalCode()))
        .param("country", texts(writes, w -> w.address().country()))
        .param("deceased", writes.stream().map(Write::deceased).toArray(Boolean[]::new))
        .param(
            "deceasedAt",
            texts(writes, w -> w.deceasedAt() == null ? null : w.deceasedAt().toString()))
        .param(
            "told",
            texts(writes, w -> w.sourceUpdatedAt() == null ? null : w.sourceUpdatedAt().toString()))
        .param("digest", writes.stream().map(Write::digest).toArray(byte[][]::new));
  }

  private void addParts(OrganizationId organization, List<Write> writes) {
    addTelecoms(organization, writes);
    var patients = new ArrayList<UUID>();
    var words = new ArrayList<String>();
    for (var write : writes) {
      for (var word : NameWords.of(write.name())) {
        patients.add(write.id().value());
        words.add(word);
      }
    }
    jdbc.sql(ADD_WORDS)
        .param("organization", organization.value())
        .param("patients", patients.toArray(UUID[]::new))
        .param("words", words.toArray(String[]::new))
        .update();
  }

  private void addTelecoms(OrganizationId organization, List<Write> writes) {
    record Way(UUID patient, int position, Telecom telecom) {}
    var ways = new ArrayList<Way>();
    for (var write : writes) {
      for (var at = 0; at < write.telecoms().size(); at++) {
        ways.add(new Way(write.id().value(), at, write.telecoms().get(at)));
      }
    }
    if (ways.isEmpty()) {
      return;
    }
    jdbc.sql(ADD_TELECOMS)
        .param("organization", organization.value())
        .param("patients", ways.stream().map(Way::patient).toArray(UUID[]::new))
        .param("positions", ways.stream().map(Way::position).toArray(Integer[]::new))
        .param("systems", texts(ways, way -> way.telecom().system().code()))
        .param("uses", texts(ways, way -> way.telecom().use()))
        .param("values", texts(ways, way -> way.telecom().value()))
        .param("digits", texts(ways, way -> way.telecom().digits()))
        .update();
  }

  private static UUID[] ids(List<Write> writes) {
    return writes.stream().map(write -> write.id().value()).toArray(UUID[]::new);
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
