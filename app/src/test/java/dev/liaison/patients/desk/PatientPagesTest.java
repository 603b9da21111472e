package dev.liaison.patients.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientPagesTest extends BrowserTest {
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = openDesk();
  }

  private Page atDesk() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/patients"));
    return page;
  }

  private static void find(Page page, String typed) {
    page.keyboard().press("F2");
    page.keyboard().type(typed);
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions assertOn(
      com.microsoft.playwright.Locator locator) {
    return PlaywrightAssertions.assertThat(locator);
  }

  @Test
  void back_to_a_search_shows_the_search_and_no_fault_of_the_browser() {
    desk.hasPatient("Adeyemi", "Ngozi");
    var page = signIn(desk.coordinator);
    page.navigate(url("/patients"));
    page.locator("#words").fill("adeyemi");
    page.keyboard().press("Enter");
    page.locator("table th a").first().click();
    page.waitForURL(address -> address.matches(".*/patients/[0-9a-f-]{36}"));

    page.goBack();

    assertOn(page.locator("h1")).hasText("Patients");
    assertOn(page.locator("#words")).isVisible();
  }

  @Test
  void a_patient_is_opened_by_a_few_letters_and_enter() {
    var anh = desk.hasPatient("Nguyễn", "Thị Minh Anh");
    desk.hasPatient("García", "Luz");
    var page = atDesk();

    find(page, "minh ng");
    page.keyboard().press("Enter");

    page.waitForURL(url("/patients/" + anh.value()));
    assertOn(page.locator("h1")).hasText("Thị Minh Anh Nguyễn");
    assertOn(page.locator(".pb .ids")).containsText("Apr 2, 1961");
    assertOn(page.locator(".pb .ids")).containsText("900 ");
  }

  @Test
  void each_row_of_the_list_has_name_birth_date_and_record_number() {
    desk.hasPatient("Nguyễn", "Thị Minh Anh");
    var page = atDesk();

    find(page, "nguy");

    var row = page.locator(".find [role=option]").first();
    assertOn(row).containsText("Nguyễn, Thị Minh Anh");
    assertOn(row).containsText("Born Apr 2, 1961");
    assertOn(row).containsText("MRN 900 ");
    assertOn(row.locator("mark")).hasText("Nguy");
  }

  @Test
  void where_the_next_fits_as_well_the_first_enter_only_opens_the_list() {
    desk.hasPatient("Garcia", "Ana");
    var second = desk.hasPatient("Garcia", "Luz");
    var page = atDesk();

    find(page, "garcia");
    page.keyboard().press("Enter");
    assertOn(page.locator(".find [role=option]")).hasCount(3);
    assertThat(page.url()).endsWith("/patients");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");

    page.waitForURL(url("/patients/" + second.value()));
  }

  @Test
  void of_many_matches_eight_are_shown_and_the_rest_counted() {
    for (var n = 0; n < 11; n++) {
      desk.hasPatient("Smith", "Al " + n);
    }
    var page = atDesk();

    find(page, "smith");

    assertOn(page.locator(".find [role=option]")).hasCount(9); // and the way to register
    assertOn(page.locator(".find .say")).containsText("and 3 more");
  }

  @Test
  void a_person_nobody_knows_is_registered_within_47_keys() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/patients"));
    var keys = new Keys(page);

    keys.press("F2").type("garcia penaloza, luz").press("Enter");
    page.waitForURL("**/patients/new/*");
    assertOn(page.locator("[name=birth-date]")).isFocused();
    keys.type("04022007").press("Tab").type("f");
    while (!"phone".equals(page.evaluate("document.activeElement.name"))) {
      keys.press("Tab");
    }
    keys.type("4025550137").press("Control+Enter");

    page.waitForURL("**/openings");
    assertThat(keys.count()).isLessThanOrEqualTo(47);
    assertThat(registered())
        .containsExactly("Garcia Penaloza|Luz|2007-04-02|female|(402) 555-0137");
  }

  /** Counts like DESK.md 6: a chord is one, typed characters one each. */
  private static final class Keys {
    private final Page page;
    private int count;

    Keys(Page page) {
      this.page = page;
    }

    Keys press(String key) {
      count++;
      page.keyboard().press(key);
      return this;
    }

    Keys type(String text) {
      count += text.length();
      page.keyboard().type(text);
      return this;
    }

    int count() {
      return count;
    }
  }

  private List<String> registered() {
    return desk.asks(sql ->
        sql.sql(
                """
                select concat_ws('|', p.family, p.given, p.birth_date, p.sex, t.value)
                from patient p
                left join patient_telecom t on t.organization_id = p.organization_id
                    and t.patient_id = p.id
                where p.organization_id = :organization
                order by p.created_at
                """)
            .param("organization", desk.id())
            .query(String.class)
            .list());
  }

  @Test
  void what_is_wrong_is_told_by_field_and_nothing_typed_is_lost() {
    var page = atDesk();
    page.navigate(url("/patients/new"));

    page.locator("[name=family]").fill("O'Brien");
    page.locator("[name=birth-date]").fill("2/29/2007");
    page.locator("[name=phone]").fill("402 555 013");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .click();

    var sum = page.locator(".sum");
    assertOn(sum).isFocused();
    assertOn(sum).containsText("Given names: A given name is needed");
    assertOn(sum)
        .containsText("Date of birth: Feb 29 exists only in leap years; 2007 was not one.");
    assertOn(sum).containsText("Sex on record: Choose one");
    assertOn(sum).containsText("Mobile phone: Nine digits; a US number has ten.");
    assertOn(page.locator("[name=family]")).hasValue("O'Brien");
    assertOn(page.locator("[name=birth-date]")).hasValue("2/29/2007");
    assertOn(page.locator("[name=phone]")).hasValue("402 555 013");
    assertThat(registered()).isEmpty();
  }

  @Test
  void a_field_that_is_left_says_what_was_understood_or_what_is_wrong() {
    var page = atDesk();
    page.navigate(url("/patients/new"));

    page.locator("[name=birth-date]").fill("4/2/61");
    page.keyboard().press("Tab");
    assertOn(page.locator(".f:has([name=birth-date]) .says")).containsText("Apr 2, 1961");
    page.locator("[name=phone]").fill("5550137");
    page.keyboard().press("Tab");
    assertOn(page.locator(".f:has([name=phone]) .em")).containsText("Seven digits");
    page.locator("[name=phone]").fill("4025550137");
    page.keyboard().press("Tab");
    assertOn(page.locator(".f:has([name=phone]) .em")).hasCount(0);
    assertOn(page.locator(".f:has([name=phone]) .says")).containsText("(402) 555-0137");
  }

  @Test
  void what_was_typed_is_back_after_a_reload_and_offered_from_elsewhere() {
    var page = atDesk();
    page.navigate(url("/patients/new"));

    page.locator("[name=family]").pressSequentially("Quist");
    page.waitForResponse(
        answer -> answer.url().contains("/drafts/"),
        () -> page.locator("[name=given]").pressSequentially("Bo"));
    page.reload();
    assertOn(page.locator("[name=family]")).hasValue("Quist");
    assertOn(page.locator("[name=given]")).hasValue("Bo");
    page.navigate(url("/patients"));
    assertOn(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quist, Bo")))
        .isVisible();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_form_whose_button_is_pressed_twice_registers_one_person(boolean script) {
    var context = newBrowser(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    var page = signIn(context, desk.coordinator);
    page.navigate(url("/patients/new"));
    page.locator("[name=family]").fill("Twice");
    page.locator("[name=given]").fill("Al");
    page.locator("[name=birth-date]").fill("4/2/1961");
    page.locator("[name=sex]").selectOption("male");
    page.locator("[name=phone]").fill("4025550137");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .dblclick();
    page.waitForURL(address -> !address.contains("/new"));

    assertThat(registered()).hasSize(1);
  }

  @Test
  void without_a_script_a_patient_is_searched_opened_and_registered() {
    var anh = desk.hasPatient("Nguyễn", "Thị Minh Anh");
    var context = newBrowser(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var page = signIn(context, desk.coordinator);

    page.navigate(url("/patients"));
    page.locator("#words").fill("nguyen");
    page.keyboard().press("Enter");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nguyễn, Thị Minh Anh"))
        .click();
    assertThat(page.url()).endsWith("/patients/" + anh.value());

    page.locator("#find").fill("luz garcia");
    page.keyboard().press("Enter");
    page.locator(".empty button").click();
    assertOn(page.locator("[name=family]")).hasValue("Garcia");
    assertOn(page.locator("[name=given]")).hasValue("Luz");
  }

  @Test
  void a_change_is_saved_and_the_page_shows_it() {
    var anh = desk.hasPatient("Nguyễn", "Thị Minh Anh");
    var page = atDesk();
    page.navigate(url("/patients/" + anh.value()));

    page.keyboard().press("e");
    page.waitForURL("**/edit");
    page.locator("[name=phone]").fill("402 555 0199");
    page.keyboard().press("Control+Enter");

    page.waitForURL(url("/patients/" + anh.value()));
    assertOn(page.locator(".pb .ids")).containsText("(402) 555-0199");
  }

  @Test
  void a_stale_change_shows_who_was_first_and_keeps_what_was_typed() {
    var anh = desk.hasPatient("Nguyễn", "Thị Minh Anh");
    var mine = atDesk();
    mine.navigate(url("/patients/" + anh.value() + "/edit"));
    var sams = signIn(desk.hasUser(Role.COORDINATOR, "Sam Ortiz"));
    sams.navigate(url("/patients/" + anh.value() + "/edit"));
    sams.locator("[name=phone]").fill("402 555 0199");
    sams.keyboard().press("Control+Enter");
    sams.waitForURL(url("/patients/" + anh.value()));

    mine.locator("[name=preferred]").fill("Mina");
    var answer =
        mine.waitForResponse(
            response ->
                response.request().method().equals("POST") && response.url().endsWith("/edit"),
            () -> mine.keyboard().press("Control+Enter"));

    assertThat(answer.status()).isEqualTo(409);
    assertOn(mine.locator(".note.warn")).containsText("Sam Ortiz changed this patient");
    assertOn(mine.locator(".note.warn")).containsText("became (402) 555-0199");
    assertOn(mine.locator("[name=preferred]")).hasValue("Mina");
    assertOn(mine.locator("[name=phone]")).hasValue("(402) 555-0199");
    mine.keyboard().press("Control+Enter");
    mine.waitForURL(url("/patients/" + anh.value()));
    assertOn(mine.locator("h1")).containsText("Mina");
  }

  @Test
  void another_organizations_patient_is_not_here_and_the_attempt_is_written() {
    var theirs = openDesk().hasPatient("Secret", "Sue");
    var page = atDesk();

    for (var path : List.of("", "/edit", "/open")) {
      var answer = page.navigate(url("/patients/" + theirs.value() + path));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(page.content()).doesNotContain("Secret");
    }
    assertThat(events("refused")).isGreaterThanOrEqualTo(3);
  }

  private long events(String action) {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event
                where organization_id = :organization
                    and action = :action
                """)
            .param("organization", desk.id())
            .param("action", action)
            .query(Long.class)
            .single());
  }

  private long shown(String action, PatientId patient) {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event e
                join audit_event_patient p on p.organization_id = e.organization_id
                    and p.audit_event_id = e.id
                where e.organization_id = :organization
                    and e.action = :action
                    and p.patient_id = :patient
                """)
            .param("organization", desk.id())
            .param("action", action)
            .param("patient", patient.value())
            .query(Long.class)
            .single());
  }

  @Test
  void a_search_is_written_when_its_list_has_stood_and_whom_was_typed_past_besides() {
    var anh = desk.hasPatient("Nguyễn", "Anh");
    var nora = desk.hasPatient("Norris", "Nora");
    var page = atDesk();

    page.keyboard().press("F2");
    page.keyboard().type("n");
    assertOn(page.locator(".find [role=option]").nth(1)).containsText("Norris");
    page.keyboard().type("guy");
    assertOn(page.locator(".find [role=option]")).hasCount(2);
    eventually(() -> shown("search", nora) == 1);

    assertThat(shown("search", anh)).isEqualTo(1);
    assertThat(events("search")).isEqualTo(2);
  }

  @Test
  void a_search_of_which_a_patient_is_opened_is_written_at_once_with_the_page() {
    var anh = desk.hasPatient("Nguyễn", "Anh");
    var page = atDesk();

    find(page, "nguy");
    page.keyboard().press("Enter");
    page.waitForURL(url("/patients/" + anh.value()));

    assertThat(shown("search", anh)).isEqualTo(1);
    assertThat(shown("read", anh)).isEqualTo(1);
  }

  private static void eventually(java.util.function.BooleanSupplier true_) {
    var end = Instant.now().plus(Duration.ofSeconds(5));
    while (!true_.getAsBoolean()) {
      assertThat(Instant.now()).as("within five seconds").isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void the_commands_find_patients_too() {
    var anh = desk.hasPatient("Nguyễn", "Anh");
    var page = atDesk();

    page.keyboard().press("Control+k");
    page.keyboard().type("nguy");
    assertOn(page.getByText("Born Apr 2, 1961").first()).isVisible();
    page.keyboard().press("Enter");

    page.waitForURL(url("/patients/" + anh.value()));
  }

  @Test
  void a_name_from_right_to_left_a_long_one_and_markup_are_shown_as_they_are() {
    var rashid = desk.hasPatient("الرشيد", "محمد", LocalDate.of(1980, 1, 1));
    var lengthy = desk.hasPatient("Ñ".repeat(200), "<b>Bo</b> & 'Co'", LocalDate.of(1980, 1, 1));
    var page = atDesk();

    page.navigate(url("/patients/" + rashid.value()));
    assertOn(page.locator("h1 bdi").first()).hasText("محمد الرشيد");
    page.navigate(url("/patients/" + lengthy.value()));
    assertOn(page.locator("h1 bdi").first()).hasText("<b>Bo</b> & 'Co' " + "Ñ".repeat(200));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }
}
