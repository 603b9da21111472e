package dev.liaison.identity;

import dev.liaison.identity.SetupOutcome.Done;
import dev.liaison.identity.SetupOutcome.NotNeeded;
import dev.liaison.identity.SetupOutcome.UserRefused;
import dev.liaison.identity.SetupOutcome.WrongCode;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * The first start: while nobody can log in, whoever reads the server's console may name the first
 * administrator, once.
 */
@Service
public class Setup {
  // Without the letters and digits that are read as one another.
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final Identity identity;
  private final Transactions transactions;
  private final String code = newCode();
  private volatile boolean done;

  Setup(Identity identity, Transactions transactions) {
    this.identity = identity;
    this.transactions = transactions;
  }

  /** Whether nobody can log in yet. */
  public boolean isNeeded() {
    if (!done) {
      done = identity.hasUsers();
    }
    return !done;
  }

  /** What the console prints and the page asks for; another after each start. */
  public String code() {
    return code;
  }

  /**
   * Creates the first administrator in the organization of that name, which a file loaded earlier
   * may have made; else in a new one.
   */
  public synchronized SetupOutcome setUp(
      String typedCode,
      String organizationName,
      String displayName,
      String loginName,
      String password) {
    if (!isNeeded()) {
      return new NotNeeded();
    }
    if (!isCode(typedCode)) {
      return new WrongCode();
    }
    var known =
        identity.listOrganizations().stream()
            .filter(each -> each.name().equalsIgnoreCase(organizationName.strip()))
            .findFirst();
    return known.isPresent()
        ? administrator(known.get().id(), displayName, loginName, password)
        : inNewOrganization(organizationName, displayName, loginName, password);
  }

  private SetupOutcome inNewOrganization(
      String organizationName, String displayName, String loginName, String password) {
    return identity.createOrganization(
        organizationName,
        (organization, tx) -> {
          var outcome = administrator(organization, displayName, loginName, password);
          if (outcome instanceof UserRefused) {
            tx.setRollbackOnly();
          }
          return outcome;
        });
  }

  private SetupOutcome administrator(
      OrganizationId organization, String displayName, String loginName, String password) {
    var actor = Actor.system(organization);
    return transactions.as(
        actor,
        tx ->
            switch (identity.addUser(actor, loginName, password, displayName, Role.ADMINISTRATOR)) {
              case UserOutcome.Added(var user) -> new Done(user);
              case UserOutcome.NameTaken taken -> new UserRefused(taken);
              case UserOutcome.NameRefused refused -> new UserRefused(refused);
              case UserOutcome.PasswordRefused refused -> new UserRefused(refused);
            });
  }

  private boolean isCode(String typed) {
    var signs = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return MessageDigest.isEqual(
        signs.getBytes(StandardCharsets.UTF_8),
        code.replace("-", "").getBytes(StandardCharsets.UTF_8));
  }

  private static String newCode() {
    var random = new SecureRandom();
    var text = new StringBuilder();
    for (var i = 0; i < 12; i++) {
      text.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(30)));
    }
    return text.toString();
  }
}
