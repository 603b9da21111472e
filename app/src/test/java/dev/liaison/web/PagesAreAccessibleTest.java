package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.arrivals.BusyDay;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.PageWalk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

/** axe-core over every page, wide and narrow, light and dark (WCAG 2.2 AA and best practice). */
@Order(1) // slow: begun last it would end alone
class PagesAreAccessibleTest extends BrowserTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> COLOURS = List.of("color-contrast");
  private static final int WIDE = 1440;
  private static final int NARROW = 360;

  /**
   * Tall enough that the bar at the bottom of the phone, which sticks, lies over no field that one
   * would scroll to: axe counts what is covered as too small.
   */
  private static final int TALL = 2400;

  @Autowired private ArrivalsHistory history;

  private String loggedIn = "";

  @BeforeAll
  void open() {
    var desk = openDesk();
    desk.hasPatient("Adeyemi", "Ngozi");
    BusyDay.at(desk, history);
    loggedIn = signIn(desk.coordinator).context().storageState();
  }

  @ParameterizedTest
  @FieldSource("dev.liaison.testing.PageWalk#PAGES")
  void axe_finds_nothing_and_no_page_scrolls_sideways(PageWalk.Stop stop) {
    var options = new Browser.NewContextOptions().setViewportSize(WIDE, 900);
    var page = newBrowser(stop.loggedIn() ? options.setStorageState(loggedIn) : options).newPage();
    var found = new ArrayList<String>();

    stop.way().go(page, this::url);
    page.waitForLoadState();
    look(page, found);
    page.setViewportSize(NARROW, TALL);
    look(page, found);

    assertThat(found).isEmpty();
  }

  /** By all rules in the light; the dark exchanges colours and nothing else. */
  private static void look(Page page, List<String> found) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    found.addAll(violations(page, axe(page).withTags(RULES)));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    found.addAll(violations(page, axe(page).withRules(COLOURS)));
    var wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (wide instanceof Number pixels && pixels.intValue() > 0) {
      found.add("scrolls sideways by " + pixels + " px");
    }
  }

  /** Without frames nothing needs the second page in which it would else gather their results. */
  private static AxeBuilder axe(Page page) {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).options(options).setLegacyMode(true);
  }

  private static List<String> violations(Page page, AxeBuilder axe) {
    var width = page.viewportSize().width;
    return axe.analyze().getViolations().stream()
        .map(rule -> width + " px: " + words(rule))
        .toList();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
  }
}
