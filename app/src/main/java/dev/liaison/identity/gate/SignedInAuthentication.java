package dev.liaison.identity.gate;

import dev.liaison.identity.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** How Spring Security holds a {@link SignedIn}: by identifier, for its own logs. */
class SignedInAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  // Lives no longer than a request; nothing serializes it.
  private final transient SignedIn person;

  SignedInAuthentication(SignedIn person) {
    super(List.of());
    this.person = person;
    setAuthenticated(true);
  }

  @Override
  public SignedIn getPrincipal() {
    return person;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return person.actor().user().value().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInAuthentication that && that.person.equals(person);
  }

  @Override
  public int hashCode() {
    return person.hashCode();
  }
}
