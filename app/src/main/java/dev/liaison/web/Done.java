package dev.liaison.web;

import dev.liaison.platform.tenancy.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/**
 * The answer after an act that went well: a script gets the toast, and the drawer closes over a
 * page that is brought up to date; without a script the browser is sent on, and the next page says
 * it.
 */
@Component
public class Done {
  private final Toasts toasts;

  Done(Toasts toasts) {
    this.toasts = toasts;
  }

  /**
   * Says it, and stays where the person is.
   *
   * @param otherwise where a browser without a script goes on
   */
  public ModelAndView here(Actor actor, Toast toast, String otherwise) {
    toasts.say(actor, toast);
    if (!Htmx.asks()) {
      return new ModelAndView("redirect:" + otherwise);
    }
    response("HX-Reswap", "none");
    response("HX-Trigger", "desk:done");
    return new ModelAndView("web/done");
  }

  private static void response(String name, String value) {
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    var response = attributes.getResponse();
    if (response != null) {
      response.setHeader(name, value);
    }
  }
}
