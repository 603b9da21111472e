package dev.liaison.audit;

import dev.liaison.audit.ChainReport.Fault;
import dev.liaison.audit.ChainReport.Kind;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/** Checks that the audit is what it was when it was sealed. */
@Service
public class AuditChain {
  private final Blocks blocks;
  private final SealedEvents events;
  private final Transactions transactions;

  AuditChain(Blocks blocks, SealedEvents events, Transactions transactions) {
    this.blocks = blocks;
    this.events = events;
    this.transactions = transactions;
  }

  /**
   * Computes every block of an organization anew from its rows. Finds rows that were changed,
   * removed, added or moved and blocks that do not follow each other; a chain that was computed
   * anew as a whole it cannot find, nor a tail cut off: for these the heads must be kept elsewhere.
   */
  public ChainReport verify(OrganizationId organization) {
    return transactions.reading(
        Actor.system(organization), () -> check(organization, blocks.list(organization)));
  }

  private ChainReport check(OrganizationId organization, List<Block> chain) {
    var faults = new ArrayList<Fault>();
    var number = 1L;
    var from = Transaction.FIRST;
    var head = Block.root(organization);
    var sealed = 0L;
    for (var block : chain) {
      if (block.number() != number || !block.from().equals(from)) {
        faults.add(new Fault(block.number(), Kind.BLOCK_MISSING));
      }
      if (!Arrays.equals(block.previous(), head)) {
        faults.add(new Fault(block.number(), Kind.CHAIN_BROKEN));
      }
      var digest = events.digest(organization, block.from(), block.below());
      var again = Block.of(block.number(), block.from(), block.below(), block.previous(), digest);
      if (!Arrays.equals(again.head(), block.head())) {
        faults.add(
            new Fault(
                block.number(),
                digest.events() == block.events() ? Kind.EVENT_CHANGED : Kind.EVENTS_MISCOUNT));
      }
      sealed += digest.events();
      number = block.number() + 1;
      from = block.below();
      head = block.head();
    }
    return new ChainReport(chain.size(), sealed, events.countFrom(organization, from), faults);
  }
}
