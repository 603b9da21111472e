package dev.liaison.web.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.web.Toasts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What this session did lately, and all keys. */
@Controller
class RecentController {
  private final Toasts toasts;

  RecentController(Toasts toasts) {
    this.toasts = toasts;
  }

  @GetMapping("/recent")
  ModelAndView recent(SignedIn person) {
    return new ModelAndView("web/recent", "toasts", toasts.recent(person.actor()));
  }

  @GetMapping("/keys")
  ModelAndView keys() {
    return new ModelAndView("web/keys", "page", KeysPage.ALL);
  }
}
