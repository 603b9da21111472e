package dev.liaison.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows read as records, none of which is null: a lone null column is a row of its own type. */
public final class Rows {
  private Rows() {}

  /** All rows, in the order of the statement. */
  public static <T> List<T> of(JdbcClient.MappedQuerySpec<@Nullable T> query) {
    var rows = new ArrayList<T>();
    for (var row : query.list()) {
      rows.add(Objects.requireNonNull(row));
    }
    return rows;
  }
}
