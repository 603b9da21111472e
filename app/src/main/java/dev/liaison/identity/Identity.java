package dev.liaison.identity;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.identity.UserOutcome.Added;
import dev.liaison.identity.UserOutcome.NameRefused;
import dev.liaison.identity.UserOutcome.NameTaken;
import dev.liaison.identity.UserOutcome.PasswordRefused;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.tenancy.UserId;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;

/** Organizations and their people, as other modules see them. */
@Service
public class Identity {
  private final Organizations organizations;
  private final Logins logins;
  private final Passwords passwords;
  private final Audit audit;
  private final Transactions transactions;
  private final LoginSessions sessions;
  private final ApplicationEventPublisher events;

  Identity(
      Organizations organizations,
      Logins logins,
      Passwords passwords,
      Audit audit,
      Transactions transactions,
      LoginSessions sessions,
      ApplicationEventPublisher events) {
    this.organizations = organizations;
    this.logins = logins;
    this.passwords = passwords;
    this.audit = audit;
    this.transactions = transactions;
    this.sessions = sessions;
    this.events = events;
  }

  /** A new organization, empty; names need not differ. */
  public OrganizationId createOrganization(String name) {
    return createOrganization(name, (organization, tx) -> organization);
  }

  /** Creates an organization and does more for it, all in one transaction. */
  <T> T createOrganization(String name, BiFunction<OrganizationId, TransactionStatus, T> more) {
    var organization = new OrganizationId(Ids.next());
    var actor = Actor.system(organization);
    return transactions.as(
        actor,
        tx -> {
          organizations.add(organization, name.strip());
          audit.record(
              actor, AuditEvent.of(AuditEvent.Action.CREATE, "organization", organization.value()));
          return more.apply(organization, tx);
        });
  }

  /** The directory of organizations, oldest first; for the command line and jobs, not for pages. */
  public List<Organization> listOrganizations() {
    return organizations.list();
  }

  /** Whether anybody can log in yet; while nobody can, the first administrator is asked for. */
  public boolean hasUsers() {
    return logins.exist();
  }

  /**
   * Gives a new person a way in, and a role in the actor's organization.
   *
   * @param loginName what is typed at log-in, the same in every organization; case does not matter
   */
  public UserOutcome addUser(
      Actor actor, String loginName, String password, String displayName, Role role) {
    var name = Logins.normal(loginName);
    if (!Logins.isPossible(name)) {
      return new NameRefused(
          "A user name has 2 to 60 letters, digits, dots, dashes, underscores or @, and no space.");
    }
    var fault = passwords.fault(password, name);
    if (fault.isPresent()) {
      return new PasswordRefused(fault.get());
    }
    var hash = passwords.hash(password);
    return transactions.as(actor, tx -> add(actor, name, hash, displayName, role, tx));
  }

  private UserOutcome add(
      Actor actor, String name, String hash, String displayName, Role role, TransactionStatus tx) {
    var user = new UserId(Ids.next());
    if (!logins.add(user, name, hash)) {
      tx.setRollbackOnly();
      return new NameTaken();
    }
    addMembership(actor, user, displayName, role);
    return new Added(user);
  }

  /**
   * Gives a person who can log in already a role in the actor's organization; a former membership
   * lives again.
   */
  public void addMembership(Actor actor, UserId user, String displayName, Role role) {
    transactions.as(
        actor,
        tx -> {
          logins.join(actor.organization(), user, displayName.strip(), role);
          audit.record(
              actor,
              AuditEvent.of(AuditEvent.Action.CREATE, "membership", user.value())
                  .with("role", role.code()));
          stopStreams(user, actor.organization());
          return user;
        });
  }

  /** Takes a person's role in the actor's organization away; a session of theirs ends with it. */
  public void endMembership(Actor actor, UserId user) {
    transactions.as(
        actor,
        tx -> {
          logins.leave(actor.organization(), user);
          audit.record(actor, AuditEvent.of(AuditEvent.Action.DELETE, "membership", user.value()));
          stopStreams(user, actor.organization());
          return user;
        });
  }

  // A stream was opened for a role; what the person may see now, the next click finds out.
  private void stopStreams(UserId user, OrganizationId organization) {
    for (var session : sessions.open(user, organization)) {
      events.publishEvent(new SessionEnded(session));
    }
  }
}
