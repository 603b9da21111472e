package dev.liaison.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A test that uses the desk as a person does: in a real browser, by keys and clicks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest extends SpringTest {
  /** Quiet, without a network of its own, and able to run as root. */
  static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Playwright playwright;
  private Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  void launch() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
  }

  @AfterEach
  void closeContexts() {
    contexts.forEach(BrowserTest::close);
    contexts.clear();
  }

  private static void close(BrowserContext context) {
    try {
      context.close();
    } catch (PlaywrightException e) {
      // A page that still asks a route while it closes makes the driver fault its own close.
      if (!Objects.requireNonNullElse(e.getMessage(), "").contains("has been closed")) {
        throw e;
      }
    }
  }

  @AfterAll
  void quit() {
    browser.close();
    playwright.close();
  }

  /** A browser of its own (cookies, storage), 1440 × 900 px, with a New York clock. */
  protected BrowserContext newBrowser() {
    return newBrowser(new Browser.NewContextOptions());
  }

  /** The desk must show the location's clock, so the browser stands in another zone. */
  protected BrowserContext newBrowser(Browser.NewContextOptions options) {
    if (options.viewportSize == null) {
      options.setViewportSize(1440, 900);
    }
    var context = browser.newContext(options.setTimezoneId("America/New_York").setLocale("en-US"));
    context.setDefaultTimeout(10_000);
    contexts.add(context);
    return context;
  }

  /** A page of a browser of its own, logged in and standing on Today. */
  protected Page signIn(TestDesk.User user) {
    return signIn(newBrowser(), user);
  }

  protected Page signIn(BrowserContext context, TestDesk.User user) {
    return signIn(context.newPage(), user);
  }

  protected Page signIn(Page page, TestDesk.User user) {
    page.navigate(url("/login"));
    page.locator("input[name=username]").fill(user.login());
    page.locator("input[name=password]").fill(TestDesk.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(address -> !address.contains("/login"));
    return page;
  }

  /** What the launcher found, else where Debian puts it: the one without a window is quicker. */
  static Path chromium() {
    var named = System.getenv("LIAISON_CHROMIUM");
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    var shell = Path.of("/usr/bin/chromium-headless-shell");
    return Files.isExecutable(shell) ? shell : Path.of("/usr/bin/chromium");
  }
}
