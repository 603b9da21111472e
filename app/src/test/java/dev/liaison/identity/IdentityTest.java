package dev.liaison.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.liaison.identity.UserOutcome.Added;
import dev.liaison.identity.UserOutcome.NameRefused;
import dev.liaison.identity.UserOutcome.NameTaken;
import dev.liaison.identity.UserOutcome.PasswordRefused;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.UserId;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final String PASSWORD = "seven quiet herons wade";

  private final TestDatabase database = TestDatabase.get();
  private final Logins logins = new Logins(database.jdbc());
  private final Identity identity =
      new Identity(
          new Organizations(database.jdbc()),
          logins,
          new Passwords(),
          database.audit(),
          database.transactions(),
          new LoginSessions(database.jdbc()),
          event -> {});

  @Test
  void a_new_organization_stands_in_the_directory() {
    var organization = identity.createOrganization("  Juniper Flats ");

    assertThat(identity.listOrganizations())
        .contains(new Organization(organization, "Juniper Flats"));
  }

  @Test
  void a_new_person_belongs_to_the_organization_that_added_them() {
    var desk = TestDesk.open();

    var outcome =
        identity.addUser(desk.actor(), name().toUpperCase(), PASSWORD, "Ada Li", Role.BILLER);

    assertThat(outcome).isInstanceOf(Added.class);
    assertThat(logins.memberships(((Added) outcome).user()))
        .extracting(Membership::organizationId, Membership::role, Membership::displayName)
        .containsExactly(tuple(desk.organization, Role.BILLER, "Ada Li"));
  }

  @Test
  void of_two_people_who_want_one_user_name_one_gets_it_and_the_other_leaves_no_trace() {
    var desk = TestDesk.open();
    var name = name();

    var outcomes =
        Together.run(
            () -> identity.addUser(desk.actor(), name, PASSWORD, "Ada Li", Role.BILLER),
            () -> identity.addUser(desk.actor(), name, PASSWORD, "Bo Li", Role.BILLER));

    assertThat(outcomes).hasAtLeastOneElementOfType(Added.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(NameTaken.class);
    assertThat(desk.countOf("membership")).isEqualTo(2);
  }

  @Test
  void a_name_or_password_that_will_not_do_is_refused_with_the_reason() {
    var actor = TestDesk.open().actor();

    assertThat(identity.addUser(actor, "ada li", PASSWORD, "Ada Li", Role.BILLER))
        .isInstanceOf(NameRefused.class);
    assertThat(identity.addUser(actor, name(), "short", "Ada Li", Role.BILLER))
        .isInstanceOf(PasswordRefused.class);
    assertThat(identity.addUser(actor, name(), "qwertyqwerty123", "Ada Li", Role.BILLER))
        .isInstanceOf(PasswordRefused.class);
  }

  @Test
  void who_left_an_organization_may_come_back_in_another_role() {
    var desk = TestDesk.open();
    var other = TestDesk.open();
    var user = desk.coordinator.actor().user();

    identity.addMembership(other.actor(), user, "Rosa Delgado", Role.SUPERVISOR);
    identity.endMembership(other.actor(), user);
    assertThat(organizations(user)).containsExactly(desk.organization);

    identity.addMembership(other.actor(), user, "Rosa Delgado", Role.BILLER);
    assertThat(organizations(user))
        .containsExactlyInAnyOrder(desk.organization, other.organization);
  }

  @Test
  void an_organization_ends_only_its_own_membership() {
    var desk = TestDesk.open();
    var stranger = TestDesk.open();

    identity.endMembership(Actor.system(stranger.organization), desk.coordinator.actor().user());

    assertThat(organizations(desk.coordinator.actor().user())).containsExactly(desk.organization);
  }

  private List<OrganizationId> organizations(UserId user) {
    return logins.memberships(user).stream().map(Membership::organizationId).toList();
  }

  private static String name() {
    return "ada." + Ids.next();
  }
}
