package dev.liaison.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the product sends to the database while it is asked to; at all other times the pool's
 * own connections go through untouched, so that counting costs the measured rounds nothing.
 */
final class StatementCounter implements BeanPostProcessor {
  private static final Set<String> SENDS =
      Set.of(
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeBatch",
          "executeLargeUpdate",
          "setSavepoint",
          "releaseSavepoint",
          "commit",
          "rollback");

  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean counting;

  /** How many statements, savepoints and commits the act sends on this and other threads. */
  int during(Runnable act) {
    sent.set(0);
    counting = true;
    try {
      act.run();
      return sent.get();
    } finally {
      counting = false;
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    return bean instanceof DataSource pool && beanName.equals("dataSource")
        ? new DelegatingDataSource(pool) {
          @Override
          public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return counting ? counted(connection, Connection.class) : connection;
          }
        }
        : bean;
  }

  private <T> T counted(Object target, Class<T> type) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (SENDS.contains(method.getName())) {
            sent.incrementAndGet();
          }
          try {
            return wrapped(method.invoke(target, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object wrapped(Object answer) {
    return switch (answer) {
      case CallableStatement call -> counted(call, CallableStatement.class);
      case PreparedStatement prepared -> counted(prepared, PreparedStatement.class);
      case Statement statement -> counted(statement, Statement.class);
      case null, default -> answer;
    };
  }
}
