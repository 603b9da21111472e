package dev.liaison.scheduling.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.platform.time.When;
import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.web.Here;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The schedule of a day, and its print. */
@Controller
class DayController {
  private final DayPages pages;
  private final DaySheets sheets;
  private final Here here;

  DayController(DayPages pages, DaySheets sheets, Here here) {
    this.pages = pages;
    this.sheets = sheets;
    this.here = here;
  }

  /**
   * @param go what was typed into the go-to field: {@code fri, +4w, 12/3}
   */
  /** For who comes Back to a refused booking: browsers keep no answer to a POST. */
  @GetMapping("/appointments")
  String afterBooking() {
    return "redirect:/schedule";
  }

  @GetMapping("/schedule")
  ModelAndView day(
      SignedIn person,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(required = false) @Nullable String go) {
    var location = here.of(person).orElse(null);
    if (location == null) {
      return new ModelAndView("scheduling/nowhere");
    }
    var today = pages.today(location.zone());
    var shown = date == null ? today : date;
    var things = by.equals("things");
    var read =
        When.read(go == null ? "" : go, Habits.of(today).nearestDay(), location.zone(), shown);
    var back = things ? "&by=things" : "";
    return switch (read) {
      case When.OnDay(var day, _) -> new ModelAndView("redirect:/schedule?date=" + day + back);
      case When.At(var wall, _) ->
          new ModelAndView("redirect:/schedule?date=" + wall.toLocalDate() + back);
      case When.Twice(var wall, _, _) ->
          new ModelAndView("redirect:/schedule?date=" + wall.toLocalDate() + back);
      case When.Nothing() ->
          new ModelAndView(
              "scheduling/day",
              "page",
              pages.audited(person.actor(), location, shown, things, "", null));
      case When.Unclear(var why) -> {
        var page =
            pages.audited(
                person.actor(), location, shown, things, go == null ? "" : go.strip(), why);
        var view = new ModelAndView("scheduling/day", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield view;
      }
    };
  }

  @GetMapping("/day-sheet")
  ModelAndView sheet(SignedIn person, @RequestParam(required = false) @Nullable LocalDate date) {
    return here.of(person)
        .map(location ->
            new ModelAndView(
                "scheduling/daySheet",
                "page",
                sheets.printed(
                    person, location, date == null ? pages.today(location.zone()) : date)))
        .orElseGet(() -> new ModelAndView("scheduling/nowhere"));
  }
}
