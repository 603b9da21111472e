package dev.liaison.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away, or has no room left, from one that refuses a statement. Spring's
 * exceptions do not: a key that is too long (54000) and a broken connection are both a
 * DataAccessResourceFailureException.
 */
public final class DatabaseLost {
  private DatabaseLost() {}

  /**
   * Whether the next statement would fail as well: no connection (08), the server stopped (57P),
   * out of space, memory or connections (53), a fault of its files (58).
   */
  public static boolean within(@Nullable Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException
          || cause instanceof SQLException sql && isLoss(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoss(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")
            || state.startsWith("58"));
  }
}
