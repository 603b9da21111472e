package dev.liaison.patients;

import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.testing.TestDatabase;
import java.time.Clock;

/** The face over a database, put together without Spring. */
public final class TestPatients {
  private TestPatients() {}

  public static Patients on(TestDatabase database, Clock clock) {
    Transactions transactions = database.transactions();
    var jdbc = database.jdbc();
    var audit = database.audit();
    var rows = new PatientRows(jdbc);
    var batch = new PatientBatch(jdbc);
    var sources = new SourceRows(jdbc);
    return new Patients(
        transactions,
        rows,
        new PatientSearch(jdbc),
        new Registrations(rows, batch, audit, clock),
        new SourceImport(sources, batch, audit, clock),
        sources,
        clock);
  }
}
