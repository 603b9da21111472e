package dev.liaison.identity.desk;

import dev.liaison.identity.Membership;
import java.util.List;

/** For which organization somebody works now who works for several. */
public record ChoosePage(Csrf csrf, List<Choice> choices) {
  public record Choice(String organization, String name, String role) {}

  static ChoosePage of(Csrf csrf, List<Membership> memberships) {
    return new ChoosePage(
        csrf,
        memberships.stream()
            .map(each ->
                new Choice(
                    each.organizationId().value().toString(),
                    each.organizationName(),
                    each.role().code().replace('-', ' ')))
            .toList());
  }
}
