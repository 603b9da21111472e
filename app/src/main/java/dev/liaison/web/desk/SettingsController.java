package dev.liaison.web.desk;

import dev.liaison.web.Settings;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light or dark, and whether keys of one letter act. */
@Controller
class SettingsController {
  @PostMapping(path = "/settings", params = "theme")
  String theme(@RequestParam String theme, String back, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, Settings.chooseTheme(theme).toString());
    return Back.to(back);
  }

  @PostMapping(path = "/settings", params = "letters")
  String letters(@RequestParam String letters, String back, HttpServletResponse response) {
    var cookie = Settings.chooseLetters(!letters.equals("off"));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return Back.to(back);
  }
}
