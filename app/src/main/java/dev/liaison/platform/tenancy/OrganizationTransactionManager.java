package dev.liaison.platform.tenancy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Names the organization to the database as the first statement of each transaction. The driver
 * sends it together with BEGIN, so it costs no round trip of its own.
 */
class OrganizationTransactionManager extends JdbcTransactionManager {
  static final ScopedValue<OrganizationId> ORGANIZATION = ScopedValue.newInstance();

  OrganizationTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  static boolean actsFor(OrganizationId organization) {
    return ORGANIZATION.isBound() && ORGANIZATION.get().equals(organization);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    if (ORGANIZATION.isBound()) {
      actAs(ORGANIZATION.get(), transaction);
    }
  }

  private void actAs(OrganizationId organization, Object transaction) {
    var connection = DataSourceUtils.getConnection(obtainDataSource());
    try (var statement = connection.prepareStatement("select act_as(?)")) {
      statement.setObject(1, organization.value());
      statement.execute();
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("Could not name the organization", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, obtainDataSource());
    }
  }
}
