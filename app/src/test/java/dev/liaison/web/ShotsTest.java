package dev.liaison.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.PageWalk;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.ActiveProfiles;

/**
 * {@code ./liaison shots DIR}: the picture of every page of the walk, in a demo of its own. Tests
 * nothing by itself.
 */
@ActiveProfiles("demo")
@EnabledIfSystemProperty(named = "liaison.shots", matches = ".+")
class ShotsTest extends BrowserTest {

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1440, LIGHT", "1440, DARK", "1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
  void every_page_of_the_walk_is_pictured_at(int width, ColorScheme scheme) {
    var page = page(width, scheme);
    for (var stop : PageWalk.PAGES.stream().filter(stop -> !stop.loggedIn()).toList()) {
      picture(page, stop, width, scheme);
    }
    logIn(page);
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

  // The demo's coordinator, whose password every start of the demo prints.
  private void logIn(Page page) {
    page.navigate(url("/login"));
    page.locator("input[name=username]").fill("rosa");
    page.locator("input[name=password]").fill("morning-at-the-desk");
    page.keyboard().press("Enter");
    page.waitForURL(address -> !address.contains("/login"));
  }

  private Page page(int width, ColorScheme scheme) {
    return newBrowser(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 780 : 900)
                .setColorScheme(scheme))
        .newPage();
  }
}
