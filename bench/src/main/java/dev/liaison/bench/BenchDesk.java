package dev.liaison.bench;

import dev.liaison.Liaison;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.database.DatabaseSource;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.Options;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.tenancy.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * The product, running in this process on a durable database of its own, with an organization made
 * for measuring: many physicians, open around the clock.
 */
final class BenchDesk implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("America/Chicago");
  static final String PASSWORD = "a password for measuring";

  private final EmbeddedPostgres server;
  private final ConfigurableApplicationContext context;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  final OrganizationId organization = new OrganizationId(Ids.next());
  final LocationId clinic = new LocationId(Ids.next());
  final AppointmentTypeId type = new AppointmentTypeId(Ids.next());
  final UUID login = Ids.next();
  final String loginName = "bench-" + login;
  final Actor actor = new Actor(new UserId(login), organization, Role.COORDINATOR, null);
  final List<ResourceId> physicians = new ArrayList<>();
  final List<PatientId> patients = new ArrayList<>();

  /** Counts what the product sends to its database. */
  final StatementCounter statements;

  private BenchDesk(
      EmbeddedPostgres server,
      ConfigurableApplicationContext context,
      StatementCounter statements) {
    this.server = server;
    this.statements = statements;
    this.context = context;
    this.jdbc = context.getBean(JdbcClient.class);
    this.transactions = context.getBean(Transactions.class);
  }

  /** Starts the product with these settings more and makes the organization. */
  static BenchDesk open(int physicians, int patients, Map<String, Object> settings) {
    var folder = Path.of("target", "bench-home").toAbsolutePath();
    forget(folder);
    var home = LiaisonHome.at(folder);
    var server = EmbeddedPostgres.start(home, Options.forUse());
    try {
      var all = new HashMap<>(settings);
      all.put("server.port", 0);
      all.put("server.address", "127.0.0.1");
      all.put("logging.level.root", "WARN");
      all.put("spring.main.banner-mode", "off");
      var statements = new StatementCounter();
      var context =
          new SpringApplicationBuilder(Liaison.class)
              .initializers(
                  DatabaseSource.of(home, server).initializer(),
                  starting -> starting.getBeanFactory().addBeanPostProcessor(statements))
              .properties(all)
              .registerShutdownHook(false)
              .run();
      var desk = new BenchDesk(server, context, statements);
      desk.furnish(physicians, patients);
      return desk;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Every run begins with the same: an empty database. The unpacked programs stay. */
  private static void forget(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder.resolve("data"));
      FileSystemUtils.deleteRecursively(folder.resolve("keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  long countOf(String table) {
    return transactions.reading(
        actor,
        () ->
            jdbc.sql("select count(*) from " + table + " where organization_id = :organization")
                .param("organization", organization.value())
                .query(Long.class)
                .single());
  }

  @Override
  public void close() {
    context.close();
    server.close();
  }

  private void furnish(int physicianCount, int patientCount) {
    jdbc.sql("insert into organization (id, name) values (:id, :name)")
        .param("id", organization.value())
        .param("name", "Bench " + organization.value())
        .update();
    jdbc.sql("insert into login (id, name, password_hash) values (:id, :name, :hash)")
        .param("id", login)
        .param("name", loginName)
        .param("hash", new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(PASSWORD))
        .update();
    insert(
        """
        insert into membership (organization_id, login_id, role, display_name)
        values (:organization, :login, 'coordinator', 'Bench')
        """,
        Map.of("login", login));
    insert(
        """
        insert into location (organization_id, id, key, name, zone)
        values (:organization, :id, 'clinic', 'Clinic', :zone)
        """,
        Map.of("id", clinic.value(), "zone", ZONE.getId()));
    insert(
        """
        insert into appointment_type (organization_id, id, key, name, code, family, minutes)
        values (:organization, :id, 'fu', 'Follow-up', 'FU', 'blue', 15)
        """,
        Map.of("id", type.value()));
    insert(
        """
        insert into appointment_type_need
            (organization_id, appointment_type_id, position, resource_kind, busy_minutes)
        values (:organization, :type, 0, 'physician', 15)
        """,
        Map.of("type", type.value()));
    for (var n = 0; n < physicianCount; n++) {
      physicians.add(physician(n));
    }
    for (var n = 0; n < patientCount; n++) {
      patients.add(patient(n));
    }
  }

  private ResourceId physician(int number) {
    var id = Ids.next();
    insert(
        """
        insert into resource (organization_id, id, key, category, kind, name, position)
        values (:organization, :id, :key, 'practitioner', 'physician', :name, :number)
        """,
        Map.of("id", id, "key", "p" + number, "name", "Dr. No" + number, "number", number));
    insert(
        """
        insert into practitioner (organization_id, id, family, given)
        values (:organization, :id, :family, 'Ada')
        """,
        Map.of("id", id, "family", "No" + number));
    for (var day = 1; day <= 7; day++) {
      insert(
          """
          insert into weekly_session
              (organization_id, id, resource_id, location_id, day_of_week, starts, ends, valid_from, valid_until)
          values (:organization, :id, :resource, :location, :day, :starts, :ends, :from, :until)
          """,
          Map.of(
              "id", Ids.next(),
              "resource", id,
              "location", clinic.value(),
              "day", day,
              "starts", LocalTime.of(0, 0),
              "ends", LocalTime.of(23, 59),
              "from", LocalDate.of(2020, 1, 1),
              "until", LocalDate.of(2040, 1, 1)));
    }
    return new ResourceId(id);
  }

  private PatientId patient(int number) {
    var id = Ids.next();
    insert(
        """
        insert into patient (organization_id, id, mrn, family, given, birth_date, sex, created_by)
        values (:organization, :id, :mrn, :family, 'Luz', :born, 'female', :login)
        """,
        Map.of(
            "id",
            id,
            "mrn",
            String.valueOf(100_000 + number),
            "family",
            "Garcia" + number,
            "born",
            LocalDate.of(1961, 4, 2),
            "login",
            login));
    return new PatientId(id);
  }

  private void insert(String sql, Map<String, ?> values) {
    transactions.as(
        actor,
        tx -> {
          StatementSpec statement = jdbc.sql(sql).param("organization", organization.value());
          return statement.params(values).update();
        });
  }
}
