package dev.liaison.web.desk;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.web.Drafts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drafts, as js/draft.js keeps and finds them: each person sees only their own. */
@Controller
class DraftsController {
  private static final int MOST_CHARACTERS = 20_000;

  private final Drafts drafts;

  DraftsController(Drafts drafts) {
    this.drafts = drafts;
  }

  /** The fields of a draft, by name. */
  record Kept(Map<String, List<String>> fields) {}

  @PostMapping("/drafts/{form:[a-z0-9-]{1,60}}")
  ResponseEntity<Void> keep(
      Actor actor,
      @PathVariable String form,
      @RequestParam MultiValueMap<String, String> fields,
      CsrfToken csrf) {
    var kept = new TreeMap<String, List<String>>(fields);
    kept.remove(csrf.getParameterName());
    var size = kept.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
    if (size > MOST_CHARACTERS) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    drafts.keep(actor, form, kept);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/drafts/{form:[a-z0-9-]{1,60}}")
  ResponseEntity<Kept> find(Actor actor, @PathVariable String form) {
    return drafts
        .find(actor, form)
        .map(fields -> ResponseEntity.ok(new Kept(fields)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }
}
