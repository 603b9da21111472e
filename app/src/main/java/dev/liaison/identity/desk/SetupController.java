package dev.liaison.identity.desk;

import dev.liaison.identity.Identity;
import dev.liaison.identity.Setup;
import dev.liaison.identity.SetupOutcome.Done;
import dev.liaison.identity.SetupOutcome.NotNeeded;
import dev.liaison.identity.SetupOutcome.UserRefused;
import dev.liaison.identity.SetupOutcome.WrongCode;
import dev.liaison.identity.UserOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The first administrator; afterwards there is no such page. */
@Controller
class SetupController {
  private static final String LOGIN = "redirect:/login";

  private final Setup setup;
  private final Identity identity;

  SetupController(Setup setup, Identity identity) {
    this.setup = setup;
    this.identity = identity;
  }

  @GetMapping("/setup")
  ModelAndView show(CsrfToken csrf) {
    refuseWhenDone();
    var organizations = identity.listOrganizations();
    var name = organizations.size() == 1 ? organizations.getFirst().name() : "";
    return page(csrf, SetupForm.of("", name, "", "", ""), Map.of());
  }

  @PostMapping("/setup")
  ModelAndView setUp(
      CsrfToken csrf,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable String organization,
      @RequestParam @Nullable String displayName,
      @RequestParam @Nullable String username,
      @RequestParam @Nullable String password) {
    refuseWhenDone();
    var form = SetupForm.of(code, organization, displayName, username, password);
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return invalid(csrf, form, errors);
    }
    return switch (setup.setUp(
        form.code(), form.organization(), form.displayName(), form.name(), form.password())) {
      case Done _ -> new ModelAndView(LOGIN);
      case NotNeeded _ -> new ModelAndView(LOGIN);
      case WrongCode _ ->
          invalid(
              csrf,
              form,
              Map.of(
                  "code",
                  "This is not the code of this start. The console printed it just before \"Liaison is ready\"."));
      case UserRefused(var why) -> invalid(csrf, form, said(why));
    };
  }

  private static Map<String, String> said(UserOutcome why) {
    return switch (why) {
      case UserOutcome.Added _ -> Map.of();
      case UserOutcome.NameTaken _ -> Map.of("name", "This user name is taken. Choose another.");
      case UserOutcome.NameRefused(var said) -> Map.of("name", said);
      case UserOutcome.PasswordRefused(var said) -> Map.of("password", said);
    };
  }

  private void refuseWhenDone() {
    if (!setup.isNeeded()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static ModelAndView invalid(CsrfToken csrf, SetupForm form, Map<String, String> errors) {
    var page = page(csrf, form, errors);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static ModelAndView page(CsrfToken csrf, SetupForm form, Map<String, String> errors) {
    return new ModelAndView("identity/setup", "page", new SetupPage(Csrf.of(csrf), form, errors));
  }
}
