package dev.liaison.arrivals;

import static java.time.ZoneOffset.UTC;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code visit_stage}: what happened to a visit, by whom, why. Only ever added to. */
@Repository
class VisitStages {
  private static final String ADD =
      """
      insert into visit_stage (organization_id, visit_id, number, stage, at, login_id, why, identifiers)
      values (:organization, :visit, :number, :stage, :at, :login, :why, cast(:identifiers as text[]))
      """;

  private static final String OF_VISIT =
      """
      select s.number, s.stage, s.at, s.login_id as login, m.display_name as who, s.why
      from visit_stage s
      left join membership m on m.organization_id = s.organization_id and m.login_id = s.login_id
      where s.organization_id = :organization
          and s.visit_id = :visit
      order by s.number
      """;

  private final JdbcClient jdbc;

  VisitStages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The change by which the visit came to be what it is now. */
  void add(
      Actor actor,
      Visit now,
      @Nullable String why,
      Instant at,
      Collection<Identifier> identifiers) {
    jdbc.sql(ADD)
        .param("organization", actor.organization().value())
        .param("visit", now.id().value())
        .param("number", now.version())
        .param("stage", now.stage().code())
        .param("at", at.atOffset(UTC))
        .param("login", actor.user().value())
        .param("why", why)
        .param("identifiers", codes(identifiers))
        .update();
  }

  /** All changes of a visit, first to last. */
  List<StageChange> of(OrganizationId organization, VisitId visit) {
    return List.copyOf(
        jdbc.sql(OF_VISIT)
            .param("organization", organization.value())
            .param("visit", visit.value())
            .query(StageChange.class)
            .list());
  }

  private static String @Nullable [] codes(Collection<Identifier> identifiers) {
    return identifiers.isEmpty()
        ? null
        : identifiers.stream().map(Identifier::code).toArray(String[]::new);
  }
}
