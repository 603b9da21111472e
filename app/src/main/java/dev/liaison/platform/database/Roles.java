package dev.liaison.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The roles of Liaison in a server of ours: the owner of the tables, the product, and the reader
 * that owns the few functions which look past row-level security.
 */
final class Roles {
  static final String SUPERUSER = "postgres";
  static final String OWNER = "liaison_owner";
  static final String APP = "liaison_app";
  static final String READER = "liaison_reader";
  static final String DATABASE = "liaison";

  private Roles() {}

  /** Makes what is missing; may be repeated after it was cut short. */
  static void prepare(DatabaseAccess server, DatabaseAccess database, Passwords passwords)
      throws SQLException {
    try (var connection = server.connect()) {
      makeLogin(connection, OWNER, passwords.owner());
      makeLogin(connection, APP, passwords.app());
      if (!exists(connection, "select 1 from pg_roles where rolname = ?", READER)) {
        execute(connection, "create role liaison_reader nologin nosuperuser nobypassrls");
      }
      // The owner hands those functions over, for which it must be able to become the reader.
      execute(connection, "grant liaison_reader to liaison_owner with inherit false, set true");
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        execute(connection, "create database liaison owner liaison_owner");
      }
      execute(connection, "revoke all on database liaison from public");
      execute(connection, "grant connect on database liaison to liaison_app");
    }
    try (var connection = database.connect()) {
      for (var statement : forTablesOf(OWNER)) {
        execute(connection, statement);
      }
    }
  }

  /** What the owner makes, the product may use; migrations take back what is append-only. */
  static List<String> forTablesOf(String owner) {
    var role = "\"" + owner.replace("\"", "\"\"") + "\"";
    return List.of(
        "alter default privileges for role %s grant select, insert, update, delete on tables to liaison_app"
            .formatted(role),
        "alter default privileges for role %s grant usage, select on sequences to liaison_app"
            .formatted(role),
        "grant usage on schema public to liaison_app, liaison_reader");
  }

  private static void makeLogin(Connection connection, String role, String password)
      throws SQLException {
    var verb =
        exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
    // Passwords of ours are base64url: nothing in them needs an escape.
    execute(
        connection,
        "%s role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
            .formatted(verb, role, password));
  }

  static boolean exists(Connection connection, String query, String name) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
