package dev.liaison.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.liaison.audit.Audit;
import dev.liaison.platform.database.DatabaseAccess;
import dev.liaison.platform.database.DatabaseSource;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.Options;
import dev.liaison.platform.tenancy.TenancyConfiguration;
import dev.liaison.platform.tenancy.Transactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real PostgreSQL of the run, kept under target/ between runs. All tests share one database,
 * each in an organization of its own; {@link #copy} gives another to those that look at tables
 * without an organization.
 */
public final class TestDatabase {
  private static final String PRISTINE = "pristine";
  private static final String SHARED = "liaison";

  private static @Nullable TestDatabase running;
  private static final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

  private final EmbeddedPostgres server;
  private final String template;
  private final HikariDataSource pool;
  private final AtomicInteger copies = new AtomicInteger();

  private TestDatabase(EmbeddedPostgres server) throws SQLException, IOException {
    this.server = server;
    this.template = "template_" + checksumOfMigrations();
    try (var admin = server.superuser("postgres").connect()) {
      dropLeftovers(admin);
      if (!exists(admin, PRISTINE)) {
        execute(admin, "create database %s template %s owner liaison_owner", PRISTINE, SHARED);
      }
      if (!exists(admin, template)) {
        var draft = "draft_" + template;
        execute(admin, "create database %s template %s owner liaison_owner", draft, PRISTINE);
        migrate(server.owner(draft));
        execute(admin, "alter database %s rename to %s", draft, template);
      }
      execute(admin, "drop database if exists %s with (force)", SHARED);
      execute(admin, "create database %s template %s owner liaison_owner", SHARED, template);
    }
    this.pool = pool(server.app(SHARED), 6);
  }

  /** The database of this run, started at first use. */
  public static synchronized TestDatabase get() {
    var database = running;
    if (database == null) {
      try {
        var server =
            EmbeddedPostgres.start(
                Path.of("target", "pg-test").toAbsolutePath(), Options.forTests());
        database = new TestDatabase(server);
      } catch (SQLException | IOException e) {
        throw new IllegalStateException("The test database could not be prepared", e);
      }
      running = database;
    }
    return database;
  }

  static synchronized void stop() {
    contexts.forEach(ConfigurableApplicationContext::close);
    contexts.clear();
    if (running != null) {
      running.pool.close();
      running.server.close();
      running = null;
    }
  }

  /** Gives a Spring context this database, and closes the context before the server stops. */
  static synchronized void serve(ConfigurableApplicationContext context) {
    contexts.add(context);
    var database = get();
    DatabaseSource.of(database.server.home(), database.server).initializer().initialize(context);
  }

  /** A pool of the product's role. */
  public DataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return jdbc(pool);
  }

  public Transactions transactions() {
    return transactions(pool);
  }

  public Audit audit() {
    return new Audit(jdbc(), transactions(), JsonMapper.builder().build());
  }

  public static JdbcClient jdbc(DataSource dataSource) {
    return new TenancyConfiguration().jdbcClient(dataSource);
  }

  public static Transactions transactions(DataSource dataSource) {
    return new Transactions(new TenancyConfiguration().transactionManager(dataSource));
  }

  /** The role that owns the tables, walled like the product's. */
  public DatabaseAccess owner() {
    return server.owner(SHARED);
  }

  /** The role that no wall holds: for looking behind it. */
  public DatabaseAccess superuser() {
    return server.superuser(SHARED);
  }

  /** A database of its own with all migrations, for tests of what is not walled by organization. */
  public Copy copy() {
    var name = "t_" + ProcessHandle.current().pid() + "_" + copies.incrementAndGet();
    try (var admin = server.superuser("postgres").connect()) {
      execute(admin, "create database %s template %s owner liaison_owner", name, template);
    } catch (SQLException e) {
      throw new IllegalStateException("No copy of the template could be made", e);
    }
    return new Copy(name, server, pool(server.app(name), 6));
  }

  /** A database of one test class. */
  public record Copy(String name, EmbeddedPostgres server, HikariDataSource dataSource)
      implements AutoCloseable {
    public DatabaseAccess owner() {
      return server.owner(name);
    }

    public DatabaseAccess superuser() {
      return server.superuser(name);
    }

    @Override
    public void close() {
      dataSource.close();
      try (var admin = server.superuser("postgres").connect()) {
        execute(admin, "drop database if exists %s with (force)", name);
      } catch (SQLException e) {
        throw new IllegalStateException("The copy " + name + " could not be dropped", e);
      }
    }
  }

  private static HikariDataSource pool(DatabaseAccess access, int size) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(0);
    return pool;
  }

  private static void migrate(DatabaseAccess owner) {
    Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static void dropLeftovers(Connection admin) throws SQLException {
    var leftovers = new ArrayList<String>();
    try (var statement = admin.createStatement();
        var rows =
            statement.executeQuery(
                "select datname from pg_database where datname ~ '^(t_|draft_)'")) {
      while (rows.next()) {
        leftovers.add(rows.getString(1));
      }
    }
    for (var name : leftovers) {
      execute(admin, "drop database if exists %s with (force)", name);
    }
  }

  private static boolean exists(Connection admin, String database) throws SQLException {
    try (var statement = admin.prepareStatement("select 1 from pg_database where datname = ?")) {
      statement.setString(1, database);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql, Object... names)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql.formatted(names));
    }
  }

  private static String checksumOfMigrations() throws IOException {
    var sum = new CRC32();
    var files =
        new ArrayList<>(
            List.of(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath:db/migration/*.sql")));
    files.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
    for (var file : files) {
      sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
      sum.update(file.getContentAsByteArray());
    }
    return HexFormat.of().toHexDigits(sum.getValue()).substring(8);
  }
}
