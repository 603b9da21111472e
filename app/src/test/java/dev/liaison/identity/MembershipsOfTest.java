package dev.liaison.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.UserId;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import org.junit.jupiter.api.Test;

/** The one question that is asked before an organization is known. */
class MembershipsOfTest {
  private final TestDatabase database = TestDatabase.get();
  private final Logins logins = new Logins(database.jdbc());
  private final TestDesk first = TestDesk.open();
  private final TestDesk second = TestDesk.open();

  @Test
  void without_an_organization_it_tells_what_the_login_itself_holds() {
    second.joins(first.coordinator, Role.BILLER);

    assertThat(logins.memberships(user()))
        .extracting(Membership::organizationId)
        .containsExactlyInAnyOrder(first.organization, second.organization);
  }

  @Test
  void in_the_name_of_another_organization_it_tells_the_same() {
    var seen = database.transactions().reading(second.actor(), () -> logins.memberships(user()));

    assertThat(seen).extracting(Membership::organizationId).containsExactly(first.organization);
  }

  @Test
  void the_memberships_themselves_stay_behind_the_wall() {
    var rows = database.jdbc().sql("select count(*) from membership").query(Long.class).single();

    assertThat(rows).isZero();
  }

  private UserId user() {
    return first.coordinator.actor().user();
  }
}
