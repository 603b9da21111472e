package dev.liaison.scheduling.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.liaison.arrivals.Expectations;
import dev.liaison.platform.Ids;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk guide counts what each task may cost from Today on; one key more fails. */
class KeystrokesTest extends BrowserTest {
  @Autowired private Scheduling scheduling;

  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = openDesk();
  }

  /** A keyboard that counts: a chord one, a typed character one. */
  private static final class Keyboard {
    private final Page page;
    private int keys;

    Keyboard(Page page) {
      this.page = page;
    }

    Keyboard press(String key) {
      page.keyboard().press(key);
      keys++;
      return this;
    }

    Keyboard type(String text) {
      page.keyboard().type(text);
      keys += text.length();
      return this;
    }
  }

  @Test
  void an_opening_is_found_and_booked_in_twenty_three() {
    desk.hasPhysician("Lindqvist");
    var okafor = desk.hasPhysician("Okafor");
    desk.hasType("Follow-up", "FU", 20);
    var minh = desk.hasPatient("Nguyễn", "Thị Minh Anh");
    desk.hasPatient("Nguyễn", "Văn Hùng");
    var page = signIn(desk.coordinator);
    page.navigate(url("/today"));
    var keyboard = new Keyboard(page);

    keyboard.press("F2").type("nguy mi").press("Enter");
    page.waitForURL("**/patients/" + minh.value());
    keyboard.press("F4");
    assertThat(page.locator("#op")).isFocused();
    keyboard.type("fu okafor am").press("Enter");
    assertThat(page.locator("#toasts")).containsText("Thị Minh Anh Nguyễn booked");

    assertThat(scheduling.ofPatient(desk.actor(), minh, 9))
        .singleElement()
        .satisfies(a -> {
          assertThat(a.practitioner()).isEqualTo(okafor);
          assertThat(a.told().toLocalTime()).isBefore(LocalTime.NOON);
        });
    assertThat(keyboard.keys).isLessThanOrEqualTo(23);
  }

  @Test
  void a_visit_is_moved_in_ten() {
    // Where it is ten in the morning: a visit of this afternoon, from the row on Today.
    var expected = new Expectations(desk);
    var today = LocalDate.now(expected.zone);
    var wednesday = today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
    var request =
        new BookingRequest(
            Ids.next(),
            desk.hasPatient("García", "Luz"),
            expected.followUp,
            desk.clinic,
            expected.okafor,
            today.atTime(15, 0).atZone(expected.zone).toInstant(),
            Why.through("phone"),
            null);
    var id = ((Booked) scheduling.book(desk.actor(), request)).appointment();
    var page = signIn(desk.coordinator);
    page.navigate(url("/today"));
    page.locator("#v-" + id.value() + "-n").focus();
    var keyboard = new Keyboard(page);

    keyboard.press("m").type("wed 1130").press("Enter");
    assertThat(page.locator("#toasts")).containsText("moved to");

    assertThat(scheduling.find(desk.actor(), id).orElseThrow().told())
        .isEqualTo(wednesday.atTime(11, 30));
    assertThat(keyboard.keys).isLessThanOrEqualTo(10);
  }
}
