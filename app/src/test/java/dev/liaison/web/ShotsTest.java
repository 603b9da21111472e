package dev.liaison.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.PageWalk;
import dev.liaison.testing.TestDesk;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./liaison shots DIR}: the picture of every page of the walk. Tests nothing by itself. */
@EnabledIfSystemProperty(named = "liaison.shots", matches = ".+")
class ShotsTest extends BrowserTest {
  private TestDesk desk;

  @BeforeAll
  void open() {
    desk = openDesk();
  }

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1440, LIGHT", "1440, DARK", "1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
  void every_page_of_the_walk_is_pictured_at(int width, ColorScheme scheme) {
    var page = page(width, scheme);
    for (var stop : PageWalk.PAGES.stream().filter(stop -> !stop.loggedIn()).toList()) {
      picture(page, stop, width, scheme);
    }
    signIn(page, desk.coordinator);
    for (var stop : PageWalk.PAGES.stream().filter(PageWalk.Stop::loggedIn).toList()) {
      picture(page, stop, width, scheme);
    }
  }

  private void picture(Page page, PageWalk.Stop stop, int width, ColorScheme scheme) {
    stop.way().go(page, this::url);
    page.evaluate("document.fonts.ready.then(() => true)");
    var name = "%s-%d-%s.png".formatted(stop, width, scheme.name().toLowerCase(Locale.ROOT));
    var folder = Path.of(System.getProperty("liaison.shots"));
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
  }

  private Page page(int width, ColorScheme scheme) {
    return newBrowser(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 780 : 900)
                .setColorScheme(scheme))
        .newPage();
  }
}
