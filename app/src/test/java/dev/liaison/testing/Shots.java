package dev.liaison.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes the picture of every page of {@link PageWalk} at three widths, light and dark. The launcher
 * runs it for {@code ./liaison shots DIR} beside a desk that is up: {@code Shots URL USER PASSWORD
 * DIR}. Stands with the tests, since the product itself ships no browser driver.
 */
public final class Shots {
  private static final List<Integer> WIDTHS = List.of(1440, 1280, 360);

  private Shots() {}

  public static void main(String[] arguments) {
    if (arguments.length != 4) {
      System.err.println("Use: Shots URL USER PASSWORD DIR");
      System.exit(2);
    }
    var taken = take(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]));
    System.out.println("took " + taken + " pictures into " + arguments[3]);
  }

  private static int take(String address, String user, String password, Path folder) {
    var taken = 0;
    var skipBrowsers = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(skipBrowsers))) {
      var browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(BrowserTest.chromium())
                      .setArgs(BrowserTest.FLAGS));
      for (var width : WIDTHS) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          taken += walk(browser, address, user, password, folder, width, scheme);
        }
      }
    }
    return taken;
  }

  private static int walk(
      Browser browser,
      String address,
      String user,
      String password,
      Path folder,
      int width,
      ColorScheme scheme) {
    var taken = 0;
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, width < 500 ? 780 : 900)
            .setColorScheme(scheme)
            .setLocale("en-US");
    try (var context = browser.newContext(options)) {
      var page = context.newPage();
      var loggedIn = false;
      for (var stop : PageWalk.PAGES) {
        if (stop.loggedIn() && !loggedIn) {
          logIn(page, address, user, password);
          loggedIn = true;
        }
        stop.way().go(page, path -> address + path);
        page.evaluate("document.fonts.ready");
        var name =
            "%s-%d-%s.png".formatted(stop.name(), width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
        System.out.println(name);
        taken++;
      }
    }
    return taken;
  }

  private static void logIn(Page page, String address, String user, String password) {
    page.navigate(address + "/login");
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill(password);
    page.keyboard().press("Enter");
    page.waitForURL(to -> !to.contains("/login"));
  }
}
