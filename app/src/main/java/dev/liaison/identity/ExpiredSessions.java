package dev.liaison.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A page that stands open hears that its session is over; a month later nothing is left of it. */
@Configuration(proxyBeanMethods = false)
class ExpiredSessions {
  @Bean
  RecurringTask<Void> endExpiredSessions(Sessions sessions) {
    return Tasks.recurring("end-expired-sessions", FixedDelay.of(Duration.ofSeconds(20)))
        .execute((instance, context) -> sessions.endExpired());
  }

  @Bean
  RecurringTask<Void> forgetEndedSessions(Sessions sessions) {
    return Tasks.recurring("forget-ended-sessions", FixedDelay.of(Duration.ofDays(1)))
        .execute((instance, context) -> sessions.forgetEnded());
  }
}
