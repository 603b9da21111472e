package dev.liaison.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1) // slow: begun last it would end alone
class EmbeddedPostgresTest {
  @TempDir Path folder;
  private LiaisonHome home = LiaisonHome.at(Path.of("unset"));

  @BeforeEach
  void haveAHome() {
    home = Homes.begun(folder);
  }

  @Test
  void only_the_right_password_opens_the_database() throws Exception {
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      var app = database.app();

      assertThat(answer(app, "select current_user")).isEqualTo("liaison_app");
      assertThat(answer(database.owner(), "select current_user")).isEqualTo("liaison_owner");
      for (var wrong : new String[] {"", "wrong"}) {
        assertThatThrownBy(() -> new DatabaseAccess(app.url(), app.user(), wrong).connect())
            .isInstanceOf(SQLException.class);
      }
      assertThat(answer(app, "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void keys_are_for_their_owner_only() throws Exception {
    home = Homes.in(folder.resolve("first"));
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      var url = database.ownerUrlForLibpq();

      assertThat(url).contains("passfile=").doesNotContain(database.owner().password());
      try (var keys = Files.list(home.keys())) {
        assertThat(keys)
            .hasSizeGreaterThan(1)
            .allSatisfy(key ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------"));
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keys())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void what_people_save_is_on_the_disk_before_it_is_answered() throws Exception {
    try (var database = EmbeddedPostgres.start(home, Options.forUse())) {
      assertThat(answer(database.app(), "show fsync")).isEqualTo("on");
      assertThat(answer(database.app(), "show synchronous_commit")).isEqualTo("on");
      assertThat(answer(database.app(), "show full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void the_product_uses_what_the_owner_makes_and_makes_nothing_itself() throws Exception {
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      execute(
          database.owner(),
          "create table note (id bigint generated always as identity, words text)");

      execute(database.app(), "insert into note (words) values ('kept')");

      assertThat(answer(database.app(), "select words from note")).isEqualTo("kept");
      assertThatThrownBy(() -> execute(database.app(), "create table mine (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(database.app(), "truncate note"))
          .hasMessageContaining("permission denied");
      assertThat(
              answer(
                  database.superuser("liaison"),
                  """
                  select count(*) from pg_roles
                  where rolname like 'liaison%' and (rolsuper or rolbypassrls or rolcreaterole)
                  """))
          .isEqualTo("0");
    }
  }

  @Test
  void the_owner_hands_a_function_to_the_reader_who_cannot_log_in() throws Exception {
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      execute(database.owner(), "grant create on schema public to liaison_reader");
      execute(
          database.owner(),
          "create function one() returns int language sql security definer as 'select 1'");
      execute(database.owner(), "alter function one() owner to liaison_reader");

      assertThat(answer(database.app(), "select one()")).isEqualTo("1");
      assertThat(
              answer(
                  database.owner(),
                  "select rolcanlogin from pg_roles where rolname = 'liaison_reader'"))
          .isEqualTo("f");
    }
  }

  @Test
  void a_stop_and_a_start_keep_the_data() throws Exception {
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      execute(database.owner(), "create table kept as select 42 as answer");
    }
    assertThat(EmbeddedPostgres.runningPort(home)).isEmpty();

    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThat(answer(database.app(), "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_second_start_with_the_same_folder_is_refused_in_one_sentence() {
    try (var first = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(home, Options.forTests()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("in use by another Liaison")
          .hasMessageContaining("LIAISON_HOME");
      assertThat(EmbeddedPostgres.isInUse(home)).isTrue();
      assertThat(EmbeddedPostgres.runningPort(home)).contains(first.port());
    }
    assertThat(EmbeddedPostgres.isInUse(home)).isFalse();
  }

  @Test
  void a_command_beside_the_desk_uses_its_server_and_leaves_it_running() throws Exception {
    try (var desk = EmbeddedPostgres.start(home, Options.forTests())) {
      try (var command = EmbeddedPostgres.join(home, Options.forTests())) {
        assertThat(command.port()).isEqualTo(desk.port());
      }
      assertThat(answer(desk.app(), "select 1")).isEqualTo("1");
    }
    try (var command = EmbeddedPostgres.join(home, Options.forTests())) {
      assertThat(answer(command.app(), "select 1")).isEqualTo("1");
    }
    assertThat(EmbeddedPostgres.runningPort(home)).isEmpty();
  }

  @Test
  void after_kill_9_of_liaison_the_next_start_takes_its_server_over() throws Exception {
    var desk = DeskProcess.start(home);
    var survivor = desk.databasePort();
    assertThatThrownBy(() -> EmbeddedPostgres.start(home, Options.forTests()))
        .hasMessageContaining("in use by another Liaison");

    desk.kill();

    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThat(database.port()).isEqualTo(survivor);
      assertThat(answer(database.app(), "select 1")).isEqualTo("1");
    }
    assertThat(EmbeddedPostgres.runningPort(home)).isEmpty();
  }

  @Test
  void after_kill_9_of_liaison_and_its_server_the_next_start_recovers() throws Exception {
    var desk = DeskProcess.start(home);
    try (var beside = EmbeddedPostgres.join(home, Options.forTests())) {
      execute(beside.owner(), "create table kept as select 42 as answer");
    }

    desk.kill();
    killServer();

    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThat(answer(database.app(), "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_pid_file_whose_number_belongs_to_another_program_does_not_hinder_the_start()
      throws Exception {
    EmbeddedPostgres.start(home, Options.forTests()).close();
    Files.writeString(
        home.data().resolve("postmaster.pid"),
        "%d\n%s\n1700000000\n54321\n\n127.0.0.1\n  0 0\nready   \n"
            .formatted(ProcessHandle.current().pid(), home.data()));

    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThat(answer(database.app(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_program_of_another_user_that_goes_by_the_servers_name_is_not_it() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "needs root");
    var data = Files.createDirectories(folder.resolve("data"));
    var pretended = List.of("sh", "-c", "sleep 20; true", "/bin/postgres", data.toString());
    var asNobody =
        new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    asNobody.addAll(pretended);

    assertThat(isTakenForTheServer(pretended, data)).as("of the owner of the data").isTrue();
    assertThat(isTakenForTheServer(asNobody, data)).isFalse();
  }

  private static boolean isTakenForTheServer(List<String> command, Path data) throws Exception {
    var program = new ProcessBuilder(command).start();
    try {
      Files.writeString(
          data.resolve("postmaster.pid"),
          "%d\n%s\n1700000000\n54321\n\n127.0.0.1\n  0 0\nready   \n"
              .formatted(program.pid(), data));
      // setpriv needs a moment to become the other.
      var name = Path.of("/proc", Long.toString(program.pid()), "comm");
      for (var i = 0; i < 100 && !Files.readString(name).strip().equals("sh"); i++) {
        Thread.sleep(10);
      }
      return Postmaster.of(data).isPresent();
    } finally {
      program.descendants().forEach(ProcessHandle::destroyForcibly);
      program.destroyForcibly().waitFor();
    }
  }

  @Test
  void whoever_sits_on_the_port_of_a_server_that_is_gone_is_shown_no_password() throws Exception {
    try (var thief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var heard = threads.submit(() -> askForClearPassword(thief));
      var access =
          new DatabaseAccess(
              EmbeddedPostgres.url(thief.getLocalPort(), "liaison"), "liaison_app", "our secret");

      assertThatThrownBy(access::connect).isInstanceOf(SQLException.class);

      assertThat(heard.get()).contains("liaison_app").doesNotContain("our secret");
    }
  }

  /** Says what a client that is asked for its password in clear sends in all. */
  private static String askForClearPassword(ServerSocket server) throws IOException {
    try (var client = server.accept()) {
      var heard = new ByteArrayOutputStream();
      var input = new DataInputStream(client.getInputStream());
      var length = input.readInt();
      if (length == 8) {
        input.readInt();
        client.getOutputStream().write('N');
        length = input.readInt();
      }
      heard.write(input.readNBytes(length - 4));
      client.getOutputStream().write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
      client.shutdownOutput();
      heard.write(input.readAllBytes());
      return heard.toString(StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void what_a_link_in_the_data_leads_to_stays_with_its_owner() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "needs root");
    home = Homes.in(folder);
    var outside = Files.writeString(folder.resolve("outside"), "root's");
    Files.createDirectories(home.data());
    var link = Files.createSymbolicLink(home.data().resolve("link"), outside);

    Privileges.NOBODY.give(home, home.data());

    assertThat(Files.getAttribute(home.data(), "unix:uid")).isEqualTo(65534);
    assertThat(Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS)).isEqualTo(65534);
    assertThat(Files.getAttribute(outside, "unix:uid")).isEqualTo(0);
  }

  @Test
  void a_first_start_that_was_cut_short_begins_anew() throws Exception {
    home = Homes.in(folder.resolve("first"));
    Files.createDirectories(home.folder().resolve("data.new").resolve("base"));
    Files.writeString(home.folder().resolve("data.new").resolve("PG_VERSION"), "18\n");

    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThat(answer(database.app(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void work_that_the_database_is_stopped_in_the_middle_of_leaves_nothing_half() throws Exception {
    var database = EmbeddedPostgres.start(home, Options.forUse());
    execute(database.owner(), "create table promise (id int primary key)");
    execute(database.owner(), "create table claim (promise int references promise)");
    try (var connection = database.app().connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("insert into promise values (1)");
      statement.execute("insert into claim values (1)");
      connection.commit();
      statement.execute("insert into promise values (2)");

      killServer();

      assertThatThrownBy(() -> statement.execute("insert into claim values (2)"))
          .isInstanceOf(SQLException.class);
    }
    database.close();

    try (var again = EmbeddedPostgres.start(home, Options.forUse())) {
      assertThat(answer(again.app(), "select string_agg(id::text, ',') from promise"))
          .isEqualTo("1");
      assertThat(answer(again.app(), "select count(*) from claim")).isEqualTo("1");
    }
  }

  @Test
  void the_log_of_the_server_holds_no_values() throws Exception {
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      execute(database.owner(), "create table patient (mrn text primary key)");
      execute(database.app(), "insert into patient values ('Adaeze-4711')");

      assertThatThrownBy(
              () -> execute(database.app(), "insert into patient values ('Adaeze-4711')"))
          .isInstanceOf(SQLException.class)
          .hasMessageNotContaining("Adaeze");
    }
    assertThat(Files.readString(home.logs().resolve("postgres.log")))
        .contains("duplicate key")
        .doesNotContain("Adaeze");
  }

  @Test
  void an_operator_reaches_the_database_by_the_libpq_url() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/psql")), "needs psql");
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      var psql =
          new ProcessBuilder(
                  "psql", "-w", "-Atc", "select current_user", database.ownerUrlForLibpq())
              .redirectErrorStream(true)
              .start();

      assertThat(new String(psql.getInputStream().readAllBytes()).strip())
          .isEqualTo("liaison_owner");
    }
  }

  @Test
  void where_user_namespaces_are_refused_root_starts_it_as_nobody() throws Exception {
    home = Homes.in(folder.resolve("first"));
    org.junit.jupiter.api.Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "needs root");
    var nobody = Optional.of(Privileges.NOBODY);
    try (var database = EmbeddedPostgres.start(home, Options.forTests(), nobody)) {
      var server = ProcessHandle.of(pid()).orElseThrow();

      assertThat(answer(database.app(), "select 1")).isEqualTo("1");
      assertThat(Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid")).isEqualTo(65534);
      assertThat(Files.getAttribute(home.keys(), "unix:uid")).isEqualTo(0);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .as("a folder above the home that nobody may not enter")
          .isEqualTo("rwx------");
    }
    assertThat(EmbeddedPostgres.runningPort(home)).isEmpty();
    assertThat(Privileges.forServerIn(home)).isEqualTo(Privileges.NOBODY);
    try (var again = EmbeddedPostgres.start(home, Options.forTests())) {
      assertThat(answer(again.app(), "select 1")).isEqualTo("1");
    }
  }

  private long pid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(home.data().resolve("postmaster.pid")).getFirst().strip());
  }

  private void killServer() throws Exception {
    var server = ProcessHandle.of(pid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().get(10, TimeUnit.SECONDS);
  }

  private static void execute(DatabaseAccess access, String sql) throws SQLException {
    try (var connection = access.connect()) {
      Roles.execute(connection, sql);
    }
  }

  private static String answer(DatabaseAccess access, String sql) throws SQLException {
    try (var connection = access.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
