package dev.liaison.patients.desk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.liaison.identity.Identity;
import dev.liaison.platform.tenancy.Actor;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A registration that nobody went on with goes after a week, also of those who do not come back.
 */
@Configuration(proxyBeanMethods = false)
class OldRegistrations {
  @Bean
  RecurringTask<Void> forgetOldRegistrations(OpenRegistrations open, Identity identity) {
    return Tasks.recurring("forget-old-registrations", FixedDelay.of(Duration.ofDays(1)))
        .execute((instance, context) ->
            identity
                .listOrganizations()
                .forEach(organization -> open.forgetOld(Actor.system(organization.id()))));
  }
}
