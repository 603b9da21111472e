package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.arrivals.BusyDay;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.PageWalk;
import dev.liaison.testing.TestDesk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** axe-core over every page, wide and narrow, light and dark (WCAG 2.2 AA and best practice). */
class PagesAreAccessibleTest extends BrowserTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @Autowired private ArrivalsHistory history;

  private TestDesk desk;

  @BeforeAll
  void open() {
    desk = openDesk();
    desk.hasPatient("Adeyemi", "Ngozi");
    BusyDay.at(desk, history);
  }

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1440, LIGHT", "1440, DARK", "360, LIGHT", "360, DARK"})
  void axe_finds_nothing_and_no_page_scrolls_sideways_at(int width, ColorScheme scheme) {
    var page = page(width, scheme);
    var found = new ArrayList<String>();

    for (var stop : PageWalk.PAGES.stream().filter(stop -> !stop.loggedIn()).toList()) {
      look(page, stop, found);
    }
    signIn(page, desk.coordinator);
    for (var stop : PageWalk.PAGES.stream().filter(PageWalk.Stop::loggedIn).toList()) {
      look(page, stop, found);
    }

    assertThat(found).isEmpty();
  }

  private void look(Page page, PageWalk.Stop stop, List<String> found) {
    stop.way().go(page, this::url);
    page.waitForLoadState();
    for (var rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
      found.add(stop.name() + ": " + words(rule));
    }
    var wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (wide instanceof Number pixels && pixels.intValue() > 0) {
      found.add(stop.name() + ": scrolls sideways by " + pixels + " px");
    }
  }

  private static String words(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
  }

  private Page page(int width, ColorScheme scheme) {
    return newBrowser(
            new Browser.NewContextOptions()
                // Tall enough on the phone that the bar at the bottom, which sticks, lies over no
                // field that one would scroll to: axe counts what is covered as too small.
                .setViewportSize(width, width < 500 ? 2400 : 900)
                .setColorScheme(scheme))
        .newPage();
  }
}
