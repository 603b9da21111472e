package dev.liaison.identity;

import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code login} and {@code membership}. */
@Repository
class Logins {
  private static final Pattern POSSIBLE = Pattern.compile("[\\p{L}\\p{N}._@+-]{2,60}");

  private static final String EXIST =
      """
      select exists (select 1 from login)
      """;

  private static final String ADD =
      """
      insert into login (id, name, password_hash)
      values (:id, :name, :hash)
      on conflict on constraint login_name_once do nothing
      """;

  private static final String FIND =
      """
      select id, password_hash
      from login
      where name = :name
          and disabled_at is null
      """;

  // At log-in the organization is not known yet; the function tells what this login itself holds.
  private static final String MEMBERSHIPS =
      """
      select organization_id, organization_name, role, display_name
      from memberships_of(:login)
      """;

  private static final String JOIN =
      """
      insert into membership (organization_id, login_id, role, display_name)
      values (:organization, :login, :role, :displayName)
      on conflict on constraint membership_pk do update
      set role = excluded.role, display_name = excluded.display_name, ended_at = null
      """;

  private static final String LEAVE =
      """
      update membership
      set ended_at = now()
      where organization_id = :organization
          and login_id = :login
          and ended_at is null
      """;

  private final JdbcClient jdbc;

  Logins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A name as it is kept: people do not remember capitals. */
  static String normal(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  static boolean isPossible(String name) {
    return POSSIBLE.matcher(name).matches();
  }

  boolean exist() {
    return jdbc.sql(EXIST).query(Boolean.class).single();
  }

  /** False when somebody has that name. */
  boolean add(UserId id, String name, String hash) {
    return jdbc.sql(ADD).param("id", id.value()).param("name", name).param("hash", hash).update()
        == 1;
  }

  Optional<LoginRow> find(String name) {
    return jdbc.sql(FIND).param("name", name).query(LoginRow.class).optional();
  }

  List<Membership> memberships(UserId login) {
    return List.copyOf(
        jdbc.sql(MEMBERSHIPS).param("login", login.value()).query(Membership.class).list());
  }

  void join(OrganizationId organization, UserId login, String displayName, Role role) {
    jdbc.sql(JOIN)
        .param("organization", organization.value())
        .param("login", login.value())
        .param("role", role.code())
        .param("displayName", displayName)
        .update();
  }

  void leave(OrganizationId organization, UserId login) {
    jdbc.sql(LEAVE)
        .param("organization", organization.value())
        .param("login", login.value())
        .update();
  }

  record LoginRow(UserId id, String passwordHash) {
    @Override
    public String toString() {
      return "LoginRow[" + id.value() + "]";
    }
  }
}
