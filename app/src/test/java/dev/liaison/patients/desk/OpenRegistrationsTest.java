package dev.liaison.patients.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.testing.SpringTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpenRegistrationsTest extends SpringTest {
  @Autowired private OpenRegistrations open;
  @Autowired private List<RecurringTask<?>> jobs;

  @Test
  void a_registration_that_nobody_went_on_with_for_a_week_is_gone_whoever_began_it() {
    var desk = openDesk();
    for (var draft : List.of("register-old 8", "register-new 6", "visit-old 8")) {
      var days = Long.parseLong(draft.split(" ")[1]);
      desk.asks(sql ->
          sql.sql(
                  """
                  insert into draft (organization_id, login_id, form, content, updated_at)
                  values (:organization, :login, :form, '{}', :at)
                  """)
              .param("organization", desk.id())
              .param("login", desk.actor().user().value())
              .param("form", draft.split(" ")[0])
              .param("at", OffsetDateTime.now(ZoneOffset.UTC).minus(Duration.ofDays(days)))
              .update());
    }

    open.forgetOld(Actor.system(desk.organization));

    var kept =
        desk.asks(sql ->
            sql.sql("select form from draft where organization_id = :organization order by form")
                .param("organization", desk.id())
                .query(String.class)
                .list());
    assertThat(kept).containsExactly("register-new", "visit-old");
  }

  @Test
  void each_day_a_job_forgets_what_is_kept_for_a_time_only() {
    assertThat(jobs)
        .extracting(RecurringTask::getName)
        .contains("forget-ended-sessions", "forget-old-toasts", "forget-old-registrations");
  }
}
