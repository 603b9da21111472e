package dev.liaison.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Seals what has been written, a second later. It takes the rows of transactions that are over and
 * changes none, so nobody ever waits for it, and it waits for nobody.
 */
@Component
class AuditSealer {
  private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);

  private final Blocks blocks;
  private final SealedEvents events;
  private final Transactions transactions;
  private final Clock clock;

  AuditSealer(Blocks blocks, SealedEvents events, Transactions transactions, Clock clock) {
    this.blocks = blocks;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One organization's fault does not keep the others open. */
  void sealAll() {
    for (var organization : blocks.organizationsToSeal()) {
      try {
        seal(organization);
      } catch (DataAccessException | TransactionException e) {
        log.atError()
            .addKeyValue("organization", organization.value())
            .setCause(e)
            .log("The audit could not be sealed; the next run tries again");
      }
    }
  }

  /** False when there was nothing to seal, or another node was faster. */
  boolean seal(OrganizationId organization) {
    return transactions.as(Actor.system(organization), tx -> sealNow(organization));
  }

  private boolean sealNow(OrganizationId organization) {
    var last = blocks.last(organization);
    var from = last.map(Block::below).orElse(Transaction.FIRST);
    // Asked before the rows are read: what was over then is seen by the later statement.
    var below = blocks.horizon();
    if (below.compareTo(from) <= 0) {
      return false;
    }
    var digest = events.digest(organization, from, below);
    if (digest.events() == 0) {
      return false;
    }
    var number = last.map(block -> block.number() + 1).orElse(1L);
    var previous = last.map(Block::head).orElseGet(() -> Block.root(organization));
    return blocks.add(
        organization, Block.of(number, from, below, previous, digest), clock.instant());
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    RecurringTask<Void> sealAudit(AuditSealer sealer) {
      return Tasks.recurring("seal-audit", FixedDelay.of(Duration.ofSeconds(1)))
          .execute((instance, context) -> sealer.sealAll());
    }
  }
}
