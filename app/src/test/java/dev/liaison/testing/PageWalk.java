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
          page("today", "/today"),
          row("check-in", "late", "i"),
          row("visit", "waiting", "Enter"),
          row("room", "waiting", "r"),
          row("leaving", "with-clinician", "d"),
          row("check-out", "to-check-out", "o"),
          keys("walk-in", "/today", "w", "dialog.drawer"),
          page("commands", "/commands"),
          keys("palette", "/keys", "Control+k", "dialog.pal .po"),
          page("keys", "/keys"),
          keys("keys-dialog", "/recent", "?", "dialog.page-part table"),
          page("recent", "/recent"),
          click("menu", "/keys", "summary.who", ".menu[open] .pop"),
          click("places", "/keys", "summary.place", ".menu[open] .pop"),
          page("patients", "/patients"),
          typed("patient-search", "/patients", "#words", "n", "table"),
          new Stop("patient-finder", true, PageWalk::finder),
          page("patient-new", "/patients/new"),
          typed("patient-invalid", "/patients/new", "[name=phone]", "402 555 013", ".sum"),
          new Stop("patient", true, (page, url) -> patient(page, url, "")),
          new Stop("patient-edit", true, (page, url) -> patient(page, url, "/edit")),
          page("schedule", "/schedule"),
          page("for-whom", "/openings"),
          page("day-sheet", "/day-sheet"),
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

  /** What comes when something is typed into a field and sent. */
  public static Stop typed(String name, String path, String field, String text, String shows) {
    return new Stop(
        name,
        true,
        (page, url) -> {
          page.navigate(url.apply(path));
          page.locator(field).fill(text);
          page.locator(field).press("Enter");
          page.locator(shows).first().waitFor();
        });
  }

  private static void finder(Page page, UnaryOperator<String> url) {
    page.navigate(url.apply("/keys"));
    page.waitForLoadState();
    page.keyboard().press("F2");
    page.keyboard().type("n");
    page.locator(".find [role=option]").first().waitFor();
  }

  /** The first patient that a search finds. */
  private static void patient(Page page, UnaryOperator<String> url, String part) {
    page.navigate(url.apply("/patients"));
    page.locator("#words").fill("n");
    page.locator("#words").press("Enter");
    var link = page.locator("table a").first();
    page.navigate(url.apply(link.getAttribute("href") + part));
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

  /**
   * What a key opens of a group's first row on the board; the board itself where nobody is in it.
   */
  public static Stop row(String name, String group, String key) {
    return new Stop(
        name,
        true,
        (page, url) -> {
          page.navigate(url.apply("/today"));
          page.waitForLoadState();
          var rows = page.locator("#g-" + group + " .nm");
          if (rows.count() > 0) {
            rows.first().focus();
            page.keyboard().press(key);
            page.locator("dialog.drawer").waitFor();
          }
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
