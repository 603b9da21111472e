package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.testing.SpringTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ToastsTest extends SpringTest {
  @Autowired private Toasts toasts;

  @Test
  void a_name_of_any_length_is_cut_between_characters_and_what_was_done_stands() {
    var user = openDesk().actor();
    var person =
        new Actor(user.user(), user.organization(), user.role(), new SessionId(Ids.next()));

    toasts.say(person, Toast.done("x" + "𐐷".repeat(700) + " booked."));
    toasts.say(person, Toast.done("𐐷".repeat(500)));

    assertThat(toasts.recent(person))
        .extracting(Toast::text)
        .containsExactlyInAnyOrder("x" + "𐐷".repeat(498) + "…", "𐐷".repeat(500));
  }
}
