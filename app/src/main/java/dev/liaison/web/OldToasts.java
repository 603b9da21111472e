package dev.liaison.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.liaison.identity.Identity;
import dev.liaison.platform.tenancy.Actor;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was said goes after a day, also of those who do not come back. */
@Configuration(proxyBeanMethods = false)
class OldToasts {
  @Bean
  RecurringTask<Void> forgetOldToasts(Toasts toasts, Identity identity) {
    return Tasks.recurring("forget-old-toasts", FixedDelay.of(Duration.ofDays(1)))
        .execute((instance, context) ->
            identity
                .listOrganizations()
                .forEach(organization -> toasts.forgetOld(Actor.system(organization.id()))));
  }
}
