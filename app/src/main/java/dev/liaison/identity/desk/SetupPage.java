package dev.liaison.identity.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first start.
 *
 * @param errors what is wrong, in a sentence, by the name of the field
 */
public record SetupPage(Csrf csrf, SetupForm form, Map<String, String> errors) {
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
