package dev.liaison.identity;

import dev.liaison.platform.tenancy.OrganizationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code organization}, the directory. */
@Repository
class Organizations {
  private static final String ADD =
      """
      insert into organization (id, name)
      values (:id, :name)
      """;

  private static final String LIST =
      """
      select id, name
      from organization
      order by created_at, id
      """;

  private final JdbcClient jdbc;

  Organizations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId id, String name) {
    jdbc.sql(ADD).param("id", id.value()).param("name", name).update();
  }

  List<Organization> list() {
    return List.copyOf(jdbc.sql(LIST).query(Organization.class).list());
  }
}
