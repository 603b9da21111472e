package dev.liaison.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs every bean of type {@link RecurringTask}. Only a server does: a command of the launcher
 * leaves the jobs to it.
 *
 * <p>A job is found by a query and then claimed by its key: the other strategy, which locks what it
 * fetches, is a statement that no distributed database takes.
 */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
  private static final double AGAIN_BELOW = 0.5;
  private static final double AT_ONCE = 3.0;

  @Bean(initMethod = "start", destroyMethod = "stop")
  @ConditionalOnWebApplication
  @DependsOnDatabaseInitialization
  Scheduler jobs(DataSource dataSource, ObjectProvider<RecurringTask<?>> tasks) {
    List<RecurringTask<?>> all = tasks.orderedStream().toList();
    return Scheduler.create(dataSource)
        .startTasks(all)
        .threads(4)
        .pollingInterval(Duration.ofMillis(500))
        .pollUsingFetchAndLockOnExecute(AGAIN_BELOW, AT_ONCE)
        .shutdownMaxWait(Duration.ofSeconds(5))
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }
}
