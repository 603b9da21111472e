package dev.liaison.audit;

import static java.time.ZoneOffset.UTC;

import dev.liaison.platform.tenancy.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code audit_block}, and the horizon up to which a block may reach. */
@Repository
class Blocks {
  private static final String LAST =
      """
      select number, cast(from_transaction as text), cast(below_transaction as text), events,
          previous_head, head
      from audit_block
      where organization_id = :organization
      order by number desc
      limit 1
      """;

  private static final String LIST =
      """
      select number, cast(from_transaction as text), cast(below_transaction as text), events,
          previous_head, head
      from audit_block
      where organization_id = :organization
      order by number
      """;

  private static final String ADD =
      """
      insert into audit_block (organization_id, number, from_transaction, below_transaction, events,
          previous_head, head, sealed_at)
      values (:organization, :number, cast(:from as xid8), cast(:below as xid8), :events,
          :previous, :head, :now)
      on conflict do nothing
      """;

  private static final String HORIZON =
      """
      select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)
      """;

  private static final String TO_SEAL =
      """
      select organization_id
      from organizations_to_seal()
      """;

  private final JdbcClient jdbc;

  Blocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Block> last(OrganizationId organization) {
    return jdbc.sql(LAST)
        .param("organization", organization.value())
        .query((row, number) -> block(row))
        .optional();
  }

  List<Block> list(OrganizationId organization) {
    return List.copyOf(
        jdbc.sql(LIST)
            .param("organization", organization.value())
            .query((row, number) -> block(row))
            .list());
  }

  /** False when another node sealed that stretch first. */
  boolean add(OrganizationId organization, Block block, Instant now) {
    return jdbc.sql(ADD)
            .param("organization", organization.value())
            .param("number", block.number())
            .param("from", block.from().toString())
            .param("below", block.below().toString())
            .param("events", block.events())
            .param("previous", block.previous())
            .param("head", block.head())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** The oldest transaction that may still write: all before it are over, and seen from now on. */
  Transaction horizon() {
    return Transaction.of(jdbc.sql(HORIZON).query(String.class).single());
  }

  List<OrganizationId> organizationsToSeal() {
    return List.copyOf(
        jdbc.sql(TO_SEAL)
            .query((row, number) -> new OrganizationId(row.getObject(1, UUID.class)))
            .list());
  }

  private static Block block(ResultSet row) throws SQLException {
    return new Block(
        row.getLong(1),
        Transaction.of(row.getString(2)),
        Transaction.of(row.getString(3)),
        row.getInt(4),
        row.getBytes(5),
        row.getBytes(6));
  }
}
