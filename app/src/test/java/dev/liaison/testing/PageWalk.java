package dev.liaison.testing;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every page of the desk, as a walk: the accessibility test takes it, and so does {@code ./liaison
 * shots}. A new page is one more line; overlays come after the pages they stand on.
 */
public final class PageWalk {
  /** In the order of the rail; overlays after the pages they stand on. */
  public static final List<Stop> PAGES =
      List.of(
          before("login", "/login"),
          page("commands", "/commands"),
          keys("palette", "/keys", "Control+k", "dialog.pal .po"),
          page("keys", "/keys"),
          keys("keys-dialog", "/recent", "?", "dialog.page-part table"),
          page("recent", "/recent"),
          click("menu", "/keys", "summary.who", ".menu[open] .pop"),
          click("places", "/keys", "summary.place", ".menu[open] .pop"),
          page("not-found", "/nothing-here"));

  private PageWalk() {}

  /** One page or overlay, and how to come to it from wherever one stands. */
  public record Stop(String name, boolean loggedIn, Way way) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Goes there; returns when it stands. */
  public interface Way {
    void go(Page page, UnaryOperator<String> url);
  }

  /** A page that stands before the log-in. */
  public static Stop before(String name, String path) {
    return new Stop(name, false, (page, url) -> page.navigate(url.apply(path)));
  }

  public static Stop page(String name, String path) {
    return new Stop(name, true, (page, url) -> page.navigate(url.apply(path)));
  }

  /** What a key opens over a page. */
  public static Stop keys(String name, String path, String key, String shows) {
    return new Stop(
        name,
        true,
        (page, url) -> {
          page.navigate(url.apply(path));
          page.waitForLoadState();
          page.keyboard().press(key);
          page.locator(shows).first().waitFor();
        });
  }

  /** What a click opens over a page. */
  public static Stop click(String name, String path, String what, String shows) {
    return new Stop(
        name,
        true,
        (page, url) -> {
          page.navigate(url.apply(path));
          page.locator(what).first().click();
          page.locator(shows).first().waitFor();
        });
  }
}
