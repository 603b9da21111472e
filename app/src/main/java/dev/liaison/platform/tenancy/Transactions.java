package dev.liaison.platform.tenancy;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One use case, one transaction, in the name of one organization.
 *
 * <p>Row-level security shows a transaction only the rows of the organization it acts for. Outside
 * of these methods no row of any organization is visible, so a forgotten call is an empty page and
 * never another facility's patient.
 */
@Component
public class Transactions {
  private final TransactionTemplate nested;
  private final TransactionTemplate joining;
  private final TransactionTemplate apart;

  public Transactions(PlatformTransactionManager manager) {
    this.nested = template(manager, TransactionDefinition.PROPAGATION_NESTED);
    this.joining = template(manager, TransactionDefinition.PROPAGATION_REQUIRED);
    this.apart = template(manager, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Runs a use case. Inside a transaction of the same organization it is a savepoint: a refusal
   * ({@code tx.setRollbackOnly()}) undoes only itself.
   *
   * @throws IllegalStateException inside a transaction of another organization, or of none
   */
  public <T extends @Nullable Object> T as(Actor actor, Function<TransactionStatus, T> work) {
    refuseForeign(actor);
    return run(nested, actor, work);
  }

  /**
   * Like {@link #joining}, for pages that only read; a read leaves an audit event, so it writes
   * too.
   */
  public <T extends @Nullable Object> T reading(Actor actor, Supplier<T> work) {
    return joining(actor, tx -> work.get());
  }

  /**
   * Like {@link #as}, but without a savepoint inside a transaction: for what must not fail alone,
   * such as the audit of an act. Two round trips less.
   *
   * @throws IllegalStateException inside a transaction of another organization, or of none
   */
  public <T extends @Nullable Object> T joining(Actor actor, Function<TransactionStatus, T> work) {
    refuseForeign(actor);
    return run(joining, actor, work);
  }

  /**
   * In a transaction of its own, which what surrounds it cannot undo: for what must stay written.
   */
  public <T extends @Nullable Object> T apart(Actor actor, Function<TransactionStatus, T> work) {
    return run(apart, actor, work);
  }

  private static void refuseForeign(Actor actor) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !OrganizationTransactionManager.actsFor(actor.organization())) {
      throw new IllegalStateException(
          "A transaction of another organization, or of none, is open here; finish it first");
    }
  }

  private static <T extends @Nullable Object> T run(
      TransactionTemplate template, Actor actor, Function<TransactionStatus, T> work) {
    return ScopedValue.where(OrganizationTransactionManager.ORGANIZATION, actor.organization())
        .call(() -> template.execute(work::apply));
  }

  private static TransactionTemplate template(PlatformTransactionManager manager, int propagation) {
    var template = new TransactionTemplate(manager);
    template.setPropagationBehavior(propagation);
    return template;
  }
}
