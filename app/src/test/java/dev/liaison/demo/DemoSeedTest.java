package dev.liaison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.liaison.facility.Facility;
import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.testing.MovableClock;
import dev.liaison.testing.SpringTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("demo")
@Import(DemoSeedTest.OwnClock.class)
@ExtendWith(OutputCaptureExtension.class)
class DemoSeedTest extends SpringTest {
  private static final SyntheaFile WITHOUT_A_PAST =
      new SyntheaFile(DemoSeed.file().patients(), List.of());
  private static final ZoneId OMAHA = ZoneId.of("America/Chicago");

  @Autowired private DemoSeed seed;
  @Autowired private DemoRunner runner;
  @Autowired private Facility facility;
  @Autowired private MovableClock clock;
  @Autowired private Scheduler jobs;
  @Autowired private JdbcClient jdbc;
  @Autowired private Transactions transactions;

  @TestConfiguration
  static class OwnClock {
    @Bean
    @Primary
    MovableClock movableClock() {
      return MovableClock.at("2026-11-24T16:24:00Z");
    }
  }

  // By the clock that is moved here they would end the sessions of the tests beside this one.
  @BeforeEach
  void runNoJobs() {
    if (!jobs.getSchedulerState().isShuttingDown()) {
      jobs.stop();
    }
  }

  @Test
  void every_start_prints_who_can_log_in_one_a_line(CapturedOutput output) {
    runner.run(new DefaultApplicationArguments());

    assertThat(output.getOut().lines())
        .containsSequence(
            "coordinator rosa morning-at-the-desk",
            "supervisor sam seven-phones-ringing",
            "biller bea every-cent-accounted",
            "clinician okafor listen-then-prescribe",
            "administrator ada keys-to-the-cupboard",
            "privacy-officer priya who-looked-at-whom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T10:25", // Tuesday, in full swing
        "2026-11-24T12:40", // at lunch
        "2026-11-29T15:00", // Sunday
        "2026-12-02T23:20", // Wednesday, late
        "2027-03-14T03:05", // the night in which two o'clock does not exist
        "2026-12-05T00:20" // just after midnight of a Saturday
      })
  void at_any_hour_the_desk_has_of_everything(String local) {
    var now = at(local);

    var staff = today("Demo " + local);

    var clinic = stages(staff, "Juniper Flats Clinic", now);
    assertThat(clinic)
        .contains(
            "expected", "late", "arrived", "checked-in", "roomed", "with-clinician", "finished");
    assertThat(stages(staff, "Pinnacle Hospital Imaging", now)).hasSizeGreaterThan(3);
  }

  @Test
  void nothing_has_happened_later_than_now_and_nobody_shares_a_room() {
    var staff = tuesday();

    assertThat(
            number(
                staff,
                """
                select count(*)
                from visit_stage
                where organization_id = :organization
                    and at > '2026-11-24T16:24:00Z'
                """))
        .isZero();
    assertThat(
            number(
                staff,
                """
                select count(room_id) - count(distinct room_id)
                from visit
                where organization_id = :organization
                    and stage in ('roomed', 'with-clinician')
                """))
        .isZero();
    assertThat(
            number(
                staff,
                """
                select count(*)
                from appointment a
                join patient p on p.organization_id = a.organization_id
                    and p.id = a.patient_id
                where a.organization_id = :organization
                    and p.deceased
                """))
        .isZero();
  }

  @Test
  void the_patients_have_a_past_with_the_demos_practitioners() {
    at("2026-11-24T10:24");
    var staff = seed.makeToday("Demo of the past");

    assertThat(number(staff, "select count(*) from patient where organization_id = :organization"))
        .isEqualTo(300);
    assertThat(
            number(
                staff,
                """
                select count(distinct practitioner_id)
                from visit
                where organization_id = :organization
                    and source is not null
                """))
        .isEqualTo(6);
    assertThat(
            number(
                staff,
                """
                select count(*)
                from visit
                where organization_id = :organization
                    and source is not null
                """))
        .isEqualTo(2320);
  }

  @Test
  void the_same_moment_gives_the_same_day() {
    var once = day(tuesday());

    assertThat(day(today("Demo of the same Tuesday"))).isEqualTo(once).hasSizeGreaterThan(50);
  }

  @Test
  void a_start_some_hours_later_finds_the_desk_in_full_swing_again() {
    at("2026-11-24T10:24");
    var staff = today("Demo of an afternoon");
    var now = at("2026-11-24T15:10");

    today("Demo of an afternoon");

    assertThat(stages(staff, "Juniper Flats Clinic", now))
        .contains("expected", "late", "arrived", "checked-in", "roomed", "with-clinician");
    assertThat(
            number(
                staff,
                """
                select count(*)
                from visit
                where organization_id = :organization
                    and finished_at is null
                    and stage_since < '2026-11-24T19:30:00Z'
                """))
        .isZero();
  }

  @Test
  void a_second_start_soon_after_changes_nothing() {
    var staff = tuesday();
    var before = day(staff);
    clock.advance(Duration.ofMinutes(20));

    today("Demo of a Tuesday");

    assertThat(day(staff)).isEqualTo(before);
  }

  @Test
  void the_next_day_has_a_new_today_and_the_day_before_is_over() {
    at("2026-11-24T10:24");
    var staff = today("Demo of two days");
    var now = at("2026-11-25T09:40");

    today("Demo of two days");

    assertThat(stages(staff, "Juniper Flats Clinic", now))
        .contains("expected", "checked-in", "with-clinician");
    assertThat(
            number(
                staff,
                """
                select count(*)
                from appointment
                where organization_id = :organization
                    and starts_at < '2026-11-25T06:00:00Z'
                    and status = 'booked'
                """))
        .isZero();
  }

  @Test
  void the_coming_weeks_are_filled_day_by_day_and_a_stop_is_gone_on_from() {
    at("2026-11-24T10:24");
    var staff = today("Demo of weeks");

    seed.makeWeeks(staff, days(1));
    var stopped = lastDay(staff);
    seed.makeWeeks(staff, days(2));

    assertThat(stopped).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(lastDay(staff)).isEqualTo(LocalDate.of(2026, 11, 27));
    var free =
        facility.sessions(
            staff.coordinator(),
            facility.resources(staff.coordinator()).stream().map(r -> r.id()).toList(),
            LocalDate.of(2027, 5, 3),
            LocalDate.of(2027, 5, 3));
    assertThat(free).isNotEmpty();
  }

  private static BooleanSupplier days(int number) {
    var left = new AtomicInteger(number);
    return () -> left.getAndDecrement() > 0;
  }

  /** Tuesday morning, seeded once for all tests that only look at it. */
  private DemoStaff tuesday() {
    at("2026-11-24T10:24");
    return today("Demo of a Tuesday");
  }

  private DemoStaff today(String organization) {
    return seed.makeToday(organization, () -> WITHOUT_A_PAST);
  }

  private Instant at(String local) {
    var now = LocalDateTime.parse(local).atZone(OMAHA).toInstant();
    clock.set(now);
    return now;
  }

  private List<String> stages(DemoStaff staff, String location, Instant now) {
    var rows =
        transactions.reading(
            staff.coordinator(),
            () ->
                Rows.of(
                    jdbc.sql(
                            """
                            select coalesce(v.stage, a.status || case when a.starts_at < :now then ' late' else '' end)
                            from appointment a
                            join location l on l.organization_id = a.organization_id
                                and l.id = a.location_id
                            left join visit v on v.organization_id = a.organization_id
                                and v.appointment_id = a.id
                            where a.organization_id = :organization
                                and l.name = :location
                                and cast(a.starts_at at time zone 'America/Chicago' as date)
                                    = cast(cast(:now as timestamptz) at time zone 'America/Chicago' as date)
                            """)
                        .param("organization", staff.coordinator().organization().value())
                        .param("location", location)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(String.class)));
    return rows.stream()
        .map(stage ->
            stage.equals("booked late") ? "late" : stage.equals("booked") ? "expected" : stage)
        .collect(Collectors.toList());
  }

  private List<String> day(DemoStaff staff) {
    return transactions.reading(
        staff.coordinator(),
        () ->
            Rows.of(
                jdbc.sql(
                        """
                        select concat_ws(' ', a.starts_at, t.code, p.source_id, r.key, a.status, v.stage, v.stage_since)
                        from appointment a
                        join appointment_type t on t.organization_id = a.organization_id
                            and t.id = a.appointment_type_id
                        join patient p on p.organization_id = a.organization_id
                            and p.id = a.patient_id
                        join resource r on r.organization_id = a.organization_id
                            and r.id = a.practitioner_id
                        left join visit v on v.organization_id = a.organization_id
                            and v.appointment_id = a.id
                        where a.organization_id = :organization
                        order by 1
                        """)
                    .param("organization", staff.coordinator().organization().value())
                    .query(String.class)));
  }

  private LocalDate lastDay(DemoStaff staff) {
    return transactions.reading(
        staff.coordinator(),
        () ->
            jdbc.sql(
                    """
                    select cast(max(starts_at at time zone 'America/Chicago') as date)
                    from appointment
                    where organization_id = :organization
                    """)
                .param("organization", staff.coordinator().organization().value())
                .query(LocalDate.class)
                .single());
  }

  private long number(DemoStaff staff, String sql) {
    return transactions.reading(
        staff.coordinator(),
        () ->
            jdbc.sql(sql)
                .param("organization", staff.coordinator().organization().value())
                .query(Long.class)
                .single());
  }
}
