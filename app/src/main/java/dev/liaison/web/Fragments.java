package dev.liaison.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a template outside of a request: the rows that live updates carry. */
@Component
public class Fragments {
  private final TemplateEngine engine;

  Fragments(TemplateEngine engine) {
    this.engine = engine;
  }

  /**
   * @param template as a controller would name its view: {@code arrivals/boardRow}
   */
  public String draw(String template, Map<String, @Nullable Object> parameters) {
    var output = new StringOutput();
    engine.render(template + ".jte", parameters, output);
    return output.toString();
  }
}
