package dev.liaison.demo;

import dev.liaison.identity.Identity;
import dev.liaison.identity.Organization;
import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.tenancy.UserId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's organization and the people who log in to it. */
@Component
@Profile("demo")
class DemoStaffing {
  private final Identity identity;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  DemoStaffing(Identity identity, JdbcClient jdbc, Transactions transactions) {
    this.identity = identity;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Makes the organization, and whoever is missing in it. */
  DemoStaff hire(String name) {
    var organization =
        identity.listOrganizations().stream()
            .filter(each -> each.name().equals(name))
            .map(Organization::id)
            .findFirst()
            .orElseGet(() -> identity.createOrganization(name));
    var actor = Actor.system(organization);
    var missing = EnumSet.allOf(DemoUser.class);
    missing.removeIf(user -> member(organization, user.role).isPresent());
    for (var user : missing) {
      identity.addUser(actor, user.login, user.password, user.displayName, user.role);
    }
    return new DemoStaff(
        member(organization, Role.COORDINATOR).orElse(actor),
        member(organization, Role.CLINICIAN).orElse(actor));
  }

  private static final String MEMBER =
      """
      select login_id
      from membership
      where organization_id = :organization
          and role = :role
      order by created_at, login_id
      limit 1
      """;

  private Optional<Actor> member(OrganizationId organization, Role role) {
    var found =
        transactions.reading(
            Actor.system(organization),
            () ->
                Rows.of(
                    jdbc.sql(MEMBER)
                        .param("organization", organization.value())
                        .param("role", role.code())
                        .query(UUID.class)));
    return found.stream()
        .findFirst()
        .map(id -> new Actor(new UserId(id), organization, role, null));
  }
}
