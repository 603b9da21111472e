package dev.liaison.identity;

import static java.time.ZoneOffset.UTC;

import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.platform.tenancy.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code login_session}, which belong to a person and to no organization. */
@Repository
class LoginSessions {
  private static final String ADD =
      """
      insert into login_session
          (token_hash, id, login_id, address, created_at, seen_at, expires_at)
      values (:tokenHash, :id, :login, :address, :now, :now, :expiresAt)
      """;

  // The membership is read each time: who has left is out with the next click.
  private static final String FIND =
      """
      select s.id, s.login_id, s.organization_id is not null as chosen, s.seen_at, s.location_id,
          m.organization_id, m.organization_name, m.role, m.display_name
      from login_session s
      join login l on l.id = s.login_id
      left join memberships_of(s.login_id) m on m.organization_id = s.organization_id
      where s.token_hash = :tokenHash
          and s.ended_at is null
          and s.expires_at > :now
          and l.disabled_at is null
      """;

  // A desk opens where this person looked last.
  private static final String CHOOSE =
      """
      update login_session
      set organization_id = :organization, role = :role,
          location_id = (
              select former.location_id
              from login_session former
              where former.login_id = login_session.login_id
                  and former.organization_id = :organization
                  and former.location_id is not null
              order by former.seen_at desc
              limit 1)
      where token_hash = :tokenHash
          and organization_id is null
          and ended_at is null
      returning coalesce(address, '')
      """;

  private static final String TOUCH =
      """
      update login_session
      set seen_at = :now, expires_at = least(created_at + make_interval(secs => :longest), :expiresAt)
      where token_hash = :tokenHash
          and ended_at is null
      """;

  private static final String LOOK =
      """
      update login_session
      set location_id = :place
      where id = :id
          and organization_id = :organization
          and ended_at is null
      """;

  private static final String END =
      """
      update login_session
      set ended_at = :now
      where id = :id
          and ended_at is null
      """;

  private static final String OPEN =
      """
      select id
      from login_session
      where login_id = :login
          and organization_id = :organization
          and ended_at is null
      """;

  private static final String STILL_OPEN =
      """
      select s.id, s.login_id, m.organization_id, m.role
      from login_session s
      join login l on l.id = s.login_id
      join memberships_of(s.login_id) m on m.organization_id = s.organization_id
      where s.id = any(:ids)
          and s.ended_at is null
          and s.expires_at > :now
          and l.disabled_at is null
      """;

  private static final String EXPIRED =
      """
      select id, login_id, organization_id, role
      from login_session
      where ended_at is null
          and expires_at <= :now
      order by expires_at
      limit 1000
      """;

  // One whose time is over is ended first, with its row of the audit.
  private static final String FORGET =
      """
      delete from login_session
      where ended_at < :before
      """;

  private final JdbcClient jdbc;

  LoginSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String token, SessionId id, UserId login, String address, Instant now, Instant expires) {
    jdbc.sql(ADD)
        .param("tokenHash", SessionToken.hash(token))
        .param("id", id.value())
        .param("login", login.value())
        .param("address", address)
        .param("now", now.atOffset(UTC))
        .param("expiresAt", expires.atOffset(UTC))
        .update();
  }

  Optional<SessionRow> find(String token, Instant now) {
    return jdbc.sql(FIND)
        .param("tokenHash", SessionToken.hash(token))
        .param("now", now.atOffset(UTC))
        .query(SessionRow.class)
        .optional();
  }

  /** The address from which the person logged in; empty when it was chosen already, or is over. */
  Optional<String> choose(String token, OrganizationId organization, Role role) {
    return jdbc.sql(CHOOSE)
        .param("tokenHash", SessionToken.hash(token))
        .param("organization", organization.value())
        .param("role", role.code())
        .query(String.class)
        .optional();
  }

  void touch(String token, Instant now, Instant expires, long longestSeconds) {
    jdbc.sql(TOUCH)
        .param("tokenHash", SessionToken.hash(token))
        .param("now", now.atOffset(UTC))
        .param("expiresAt", expires.atOffset(UTC))
        .param("longest", (double) longestSeconds)
        .update();
  }

  boolean look(SessionId id, OrganizationId organization, UUID place) {
    return jdbc.sql(LOOK)
            .param("id", id.value())
            .param("organization", organization.value())
            .param("place", place)
            .update()
        == 1;
  }

  /** False when it was over already. */
  boolean end(SessionId id, Instant now) {
    return jdbc.sql(END).param("id", id.value()).param("now", now.atOffset(UTC)).update() == 1;
  }

  /** Those in which a person looks at this organization. */
  List<SessionId> open(UserId login, OrganizationId organization) {
    return jdbc
        .sql(OPEN)
        .param("login", login.value())
        .param("organization", organization.value())
        .query(UUID.class)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .map(SessionId::new)
        .toList();
  }

  /** Of these, those that would be found, with organization and role as they are now. */
  List<OpenRow> stillOpen(Collection<SessionId> ids, Instant now) {
    return List.copyOf(
        jdbc.sql(STILL_OPEN)
            .param("ids", ids.stream().map(SessionId::value).toArray(UUID[]::new))
            .param("now", now.atOffset(UTC))
            .query(OpenRow.class)
            .list());
  }

  List<ExpiredRow> expired(Instant now) {
    return List.copyOf(
        jdbc.sql(EXPIRED).param("now", now.atOffset(UTC)).query(ExpiredRow.class).list());
  }

  /** Removes those that ended before that instant. */
  void forget(Instant before) {
    jdbc.sql(FORGET).param("before", before.atOffset(UTC)).update();
  }

  /** The columns of the membership are null until an organization is chosen, or when it ended. */
  record SessionRow(
      SessionId id,
      UserId loginId,
      boolean chosen,
      Instant seenAt,
      @Nullable UUID locationId,
      @Nullable OrganizationId organizationId,
      @Nullable String organizationName,
      @Nullable Role role,
      @Nullable String displayName) {}

  record OpenRow(SessionId id, UserId loginId, OrganizationId organizationId, Role role) {}

  record ExpiredRow(
      SessionId id, UserId loginId, @Nullable OrganizationId organizationId, @Nullable Role role) {}
}
