package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.testing.MovableClock;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import java.time.Duration;
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

  @Test
  void what_was_said_to_somebody_who_does_not_come_back_is_gone_a_day_later() {
    var clock = MovableClock.at("2027-03-01T14:00:00Z");
    var database = TestDatabase.get();
    var desk = TestDesk.open();
    var user = desk.actor();
    var person =
        new Actor(user.user(), user.organization(), user.role(), new SessionId(Ids.next()));
    var later = new Toasts(database.jdbc(), database.transactions(), clock);
    later.say(person, Toast.done("Bo Li is registered."));
    clock.advance(Duration.ofHours(23));
    later.say(person, Toast.done("Al Li is registered."));

    clock.advance(Duration.ofHours(2));
    later.forgetOld(Actor.system(desk.organization));

    assertThat(later.recent(person))
        .extracting(Toast::text)
        .containsExactly("Al Li is registered.");
  }
}
