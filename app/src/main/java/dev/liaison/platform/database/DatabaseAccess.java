package dev.liaison.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How one role reaches the database.
 *
 * @param url a JDBC URL that carries no credentials
 */
public record DatabaseAccess(String url, String user, String password) {

  /** A connection of its own, outside of any pool. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, properties());
  }

  /**
   * What the driver is told besides the URL. Details of server errors hold values of rows, that is,
   * patients' data, so the driver keeps them out of its messages.
   */
  Properties properties() {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "liaison");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  @Override
  public String toString() {
    return "DatabaseAccess[" + url + " as " + user + "]";
  }
}
