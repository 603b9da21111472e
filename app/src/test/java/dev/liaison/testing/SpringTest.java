package dev.liaison.testing;

import dev.liaison.Liaison;
import dev.liaison.platform.tenancy.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole product on a port of its own. All share one context: a property or a bean of
 * one class would cost the run another context and ten connections.
 */
@SpringBootTest(
    classes = Liaison.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"liaison.database.pool=8", "server.address=127.0.0.1"})
@ContextConfiguration(initializers = SpringTest.OnTestDatabase.class)
public abstract class SpringTest {
  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Transactions transactions;

  /** A fresh organization that the running product sees. */
  protected TestDesk openDesk() {
    return TestDesk.open(jdbc, transactions);
  }

  /** The address of a page. */
  protected String url(String path) {
    return "http://localhost:" + port + path;
  }

  static class OnTestDatabase
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestDatabase.serve(context);
    }
  }
}
