package dev.liaison.testing;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Transactions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A listener as every module writes one, which a test can hold up. */
@Component
public class EventWitness {
  private final Map<OrganizationId, Gate> gates = new ConcurrentHashMap<>();
  private final Map<OrganizationId, Integer> seen = new ConcurrentHashMap<>();
  private final Transactions transactions;

  EventWitness(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Something happened in an organization. */
  public record Witnessed(OrganizationId organization) {}

  /** Where the listener stands, and what lets it on. */
  public record Gate(CountDownLatch reached, CountDownLatch open) {}

  /** The next event of that organization waits in its listener. */
  public Gate hold(OrganizationId organization) {
    var gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
    gates.put(organization, gate);
    return gate;
  }

  public int countOf(OrganizationId organization) {
    return seen.getOrDefault(organization, 0);
  }

  @Async
  @TransactionalEventListener
  public void on(Witnessed event) throws InterruptedException {
    var gate = gates.get(event.organization());
    if (gate != null) {
      gate.reached().countDown();
      gate.open().await(30, TimeUnit.SECONDS);
    }
    transactions.as(
        Actor.system(event.organization()),
        tx -> seen.merge(event.organization(), 1, Integer::sum));
  }
}
