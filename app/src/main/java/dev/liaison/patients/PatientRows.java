package dev.liaison.patients;

import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of {@code patient} and {@code patient_telecom}. */
@Repository
class PatientRows {
  static final String SUMMARIES =
      """
      select p.id, p.mrn, p.family, p.given, p.suffix, p.preferred_name, p.native_name,
          p.birth_date, p.sex, p.language, p.deceased, phone.value as phone
      from patient p
      left join lateral (
          select t.value
          from patient_telecom t
          where t.organization_id = p.organization_id
              and t.patient_id = p.id
              and t.system = 'phone'
          order by t.position
          limit 1
      ) as phone on true
      where p.organization_id = :organization
          and p.id = any(cast(:patients as uuid[]))
      """;

  private static final String DETAILS =
      """
      select p.line, p.unit, p.city, p.state, p.postal_code, p.country, p.deceased_at, p.version,
          p.created_at, p.updated_at, p.source, coalesce(m.display_name, '') as changed_by
      from patient p
      left join membership m on m.organization_id = p.organization_id
          and m.login_id = coalesce(p.updated_by, p.created_by)
      where p.organization_id = :organization
          and p.id = :patient
      """;

  private static final String TELECOMS =
      """
      select system, use, value, digits
      from patient_telecom
      where organization_id = :organization
          and patient_id = :patient
      order by position
      """;

  private static final String REGISTERED =
      """
      select id
      from patient
      where organization_id = :organization
          and request_id = :request
      """;

  // The form's version decides; the row waits for whoever else is changing it.
  private static final String LOCK =
      """
      select version
      from patient
      where organization_id = :organization
          and id = :patient
      for update
      """;

  private final JdbcClient jdbc;

  PatientRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PatientSummary> summaries(OrganizationId organization, Collection<PatientId> patients) {
    return Rows.of(
            jdbc.sql(SUMMARIES)
                .param("organization", organization.value())
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(SummaryRow.class))
        .stream()
        .map(SummaryRow::summary)
        .toList();
  }

  Optional<DetailsRow> details(OrganizationId organization, PatientId patient) {
    return jdbc.sql(DETAILS)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(DetailsRow.class)
        .optional();
  }

  List<Telecom> telecoms(OrganizationId organization, PatientId patient) {
    return Rows.of(
        jdbc.sql(TELECOMS)
            .param("organization", organization.value())
            .param("patient", patient.value())
            .query(Telecom.class));
  }

  Optional<PatientId> registeredBy(OrganizationId organization, UUID request) {
    return jdbc.sql(REGISTERED)
        .param("organization", organization.value())
        .param("request", request)
        .query(UUID.class)
        .optional()
        .map(PatientId::new);
  }

  /** The version of the patient, which nobody changes until this transaction ends. */
  Optional<Integer> lock(OrganizationId organization, PatientId patient) {
    return jdbc.sql(LOCK)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(Integer.class)
        .optional();
  }

  /** What stands beside the summary. */
  record DetailsRow(
      @Nullable String line,
      @Nullable String unit,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String country,
      @Nullable Instant deceasedAt,
      int version,
      Instant createdAt,
      Instant updatedAt,
      @Nullable String source,
      String changedBy) {

    PatientDetails with(PatientSummary summary, List<Telecom> telecoms) {
      var address = new Address(line, unit, city, state, postalCode, country);
      return new PatientDetails(summary, telecoms, address, deceasedAt, version, createdAt, source);
    }
  }
}
