package dev.liaison.audit;

import dev.liaison.platform.Sha256;
import dev.liaison.platform.tenancy.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the events of a stretch of transactions and digests them. What is digested is written down
 * here and in docs/reference/audit.md, so that a second program can check it: for each row, in the
 * order of transaction and identifier, each column as text in UTF-8 with its length before it (four
 * bytes, big-endian; -1 for null).
 */
@Repository
class SealedEvents {
  private static final int COLUMNS = 11;
  private static final int ROWS_AT_ONCE = 1000;

  private static final String STRETCH =
      """
      select cast(e.id as text), cast(cast(extract(epoch from e.recorded_at) * 1000000 as bigint) as text),
          cast(e.login_id as text), cast(e.session_id as text), e.role, e.action, e.entity,
          cast(e.entity_id as text), cast(e.detail as text), cast(e.written_by as text),
          (select string_agg(cast(p.patient_id as text), ',' order by p.patient_id)
           from audit_event_patient p
           where p.organization_id = :organization
               and p.audit_event_id = e.id)
      from audit_event e
      where e.organization_id = :organization
          and e.written_by >= cast(:from as xid8)
          and e.written_by < cast(:below as xid8)
      order by e.written_by, e.id
      """;

  private static final String UNSEALED =
      """
      select count(*)
      from audit_event e
      where e.organization_id = :organization
          and e.written_by >= cast(:from as xid8)
      """;

  private final JdbcClient jdbc;

  SealedEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The digest of all events of {@code from ≤ transaction < below}. */
  Digest digest(OrganizationId organization, Transaction from, Transaction below) {
    var sum = Sha256.start();
    var rows = new int[1];
    jdbc.sql(STRETCH)
        .withFetchSize(ROWS_AT_ONCE)
        .param("organization", organization.value())
        .param("from", from.toString())
        .param("below", below.toString())
        .query(row -> {
          add(sum, row);
          rows[0]++;
        });
    return new Digest(rows[0], sum.digest());
  }

  /** How many events no block holds yet, when the last one ends below that transaction. */
  long countFrom(OrganizationId organization, Transaction from) {
    return jdbc.sql(UNSEALED)
        .param("organization", organization.value())
        .param("from", from.toString())
        .query(Long.class)
        .single();
  }

  private static void add(MessageDigest sum, ResultSet row) throws SQLException {
    for (var column = 1; column <= COLUMNS; column++) {
      var text = row.getString(column);
      if (text == null) {
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, -1));
      } else {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sum.update(bytes);
      }
    }
  }

  record Digest(int events, byte[] sum) {}
}
