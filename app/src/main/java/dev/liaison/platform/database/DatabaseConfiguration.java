package dev.liaison.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two ways into the database: migrations as the owner, everything else as the product's role. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  LiaisonHome liaisonHome(DatabaseSource source) {
    return source.home();
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource migrationDataSource(DatabaseSource source) {
    var owner = source.database().owner();
    var dataSource = new DriverManagerDataSource(owner.url());
    dataSource.setConnectionProperties(owner.properties());
    return dataSource;
  }

  // Auto-commit stays on: the transaction manager switches it off itself, and with it off the pool
  // would roll back whatever a statement outside of a transaction did.
  @Bean
  @Primary
  HikariDataSource dataSource(
      DatabaseSource source, @Value("${liaison.database.pool:16}") int poolSize) {
    var app = source.database().app();
    var pool = new HikariDataSource();
    pool.setPoolName("liaison");
    pool.setJdbcUrl(app.url());
    pool.setDataSourceProperties(app.properties());
    pool.setUsername(app.user());
    pool.setPassword(app.password());
    pool.setMaximumPoolSize(poolSize);
    pool.setMinimumIdle(Math.min(2, poolSize));
    // A desk would rather hear within seconds that the database is away than wait for half a
    // minute.
    pool.setConnectionTimeout(5_000);
    return pool;
  }
}
