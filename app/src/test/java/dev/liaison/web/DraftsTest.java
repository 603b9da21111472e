package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.SpringTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DraftsTest extends SpringTest {
  @Autowired private Drafts drafts;

  @Test
  void what_was_typed_is_found_again_until_it_is_saved() {
    var actor = openDesk().actor();
    drafts.keep(actor, "register", Map.of("family", List.of("García Peñaloza")));
    drafts.keep(actor, "register", Map.of("family", List.of("Nguyễn"), "sex", List.of("female")));

    assertThat(drafts.find(actor, "register"))
        .hasValue(Map.of("family", List.of("Nguyễn"), "sex", List.of("female")));
    drafts.clear(actor, "register");
    assertThat(drafts.find(actor, "register")).isEmpty();
  }

  @Test
  void nobody_finds_the_draft_of_another_person_or_organization() {
    var desk = openDesk();
    var colleague = desk.hasUser(Role.COORDINATOR, "Sam Ortiz").actor();
    var foreign = openDesk().actor();

    drafts.keep(desk.actor(), "register", Map.of("family", List.of("Nguyễn")));

    assertThat(drafts.find(colleague, "register")).isEmpty();
    assertThat(drafts.find(foreign, "register")).isEmpty();
  }
}
