package dev.liaison.identity.desk;

import dev.liaison.identity.Identity;
import dev.liaison.identity.LoginOutcome.Choose;
import dev.liaison.identity.LoginOutcome.In;
import dev.liaison.identity.LoginOutcome.Refused;
import dev.liaison.identity.LoginOutcome.TryLater;
import dev.liaison.identity.Sessions;
import dev.liaison.identity.gate.SessionCookie;
import dev.liaison.platform.tenancy.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** In and out. */
@Controller
class LoginController {
  private static final String IN = "redirect:/today";
  private static final String CHOOSE = "redirect:/choose";
  private static final String LOGIN = "redirect:/login";

  private final Sessions sessions;
  private final Identity identity;

  LoginController(Sessions sessions, Identity identity) {
    this.sessions = sessions;
    this.identity = identity;
  }

  @GetMapping("/login")
  ModelAndView show(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
    var token = SessionCookie.read(request);
    if (token.flatMap(sessions::find).isPresent()) {
      return new ModelAndView(IN);
    }
    if (token.filter(found -> !sessions.choices(found).isEmpty()).isPresent()) {
      return new ModelAndView(CHOOSE);
    }
    if (token.isPresent()) {
      // Its session ended elsewhere, or the page left before the log-out's own answer came.
      forget(request, response);
    }
    return page(csrf, "", null);
  }

  @PostMapping("/login")
  ModelAndView logIn(
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf,
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password) {
    return switch (sessions.logIn(username, password, request.getRemoteAddr())) {
      case In(var token) -> enter(request, response, token, IN);
      case Choose(var token) -> enter(request, response, token, CHOOSE);
      case Refused _ ->
          page(
              csrf,
              username,
              "User name and password do not belong together. Check both and try again.",
              HttpStatus.UNPROCESSABLE_CONTENT);
      case TryLater(var wait) ->
          page(
              csrf,
              username,
              "Too many attempts to log in. Try again in " + words(wait) + ".",
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  // Whoever logs in anew at this browser has left the session before.
  private ModelAndView enter(
      HttpServletRequest request, HttpServletResponse response, String token, String next) {
    SessionCookie.read(request).ifPresent(sessions::end);
    SessionCookie.write(request, response, token);
    return new ModelAndView(next);
  }

  @GetMapping("/choose")
  ModelAndView choices(HttpServletRequest request, CsrfToken csrf) {
    var choices = SessionCookie.read(request).map(sessions::choices).orElse(List.of());
    return choices.isEmpty()
        ? new ModelAndView(LOGIN)
        : new ModelAndView("identity/choose", "page", ChoosePage.of(Csrf.of(csrf), choices));
  }

  @PostMapping("/choose")
  ModelAndView choose(HttpServletRequest request, @RequestParam UUID organization) {
    var chosen =
        SessionCookie.read(request)
            .filter(token -> sessions.choose(token, new OrganizationId(organization)));
    return new ModelAndView(chosen.isPresent() ? IN : LOGIN);
  }

  /** Leaves nothing behind: the browser drops what it kept, so Back asks us and is refused. */
  @PostMapping("/logout")
  ModelAndView logOut(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.read(request).ifPresent(sessions::end);
    forget(request, response);
    return new ModelAndView(LOGIN);
  }

  private static void forget(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.clear(request, response);
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private ModelAndView page(CsrfToken csrf, String name, String problem, HttpStatus status) {
    var page = page(csrf, name, problem);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(CsrfToken csrf, String name, @Nullable String problem) {
    var page = new LoginPage(Csrf.of(csrf), name, onlyOrganization(), problem);
    return new ModelAndView("identity/login", "page", page);
  }

  private @Nullable String onlyOrganization() {
    var all = identity.listOrganizations();
    return all.size() == 1 ? all.getFirst().name() : null;
  }

  private static String words(Duration wait) {
    var seconds = Math.max(1, wait.toSeconds());
    return seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
  }
}
