package dev.liaison.platform.tenancy;

import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The transaction manager and the one JDBC client that all modules share. */
@Configuration(proxyBeanMethods = false)
public class TenancyConfiguration {
  @Bean
  public JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new OrganizationTransactionManager(dataSource);
  }

  /** Reads codes as the standard writes them ({@code entered-in-error}) into enum constants. */
  @Bean
  public JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(
        new NamedParameterJdbcTemplate(dataSource),
        ApplicationConversionService.getSharedInstance());
  }
}
