package dev.liaison.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.Resource;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.time.WhenWords.Habits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningWordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final Resource okafor =
      new Resource(
          new ResourceId(Ids.next()),
          Category.PRACTITIONER,
          "physician",
          "Dr. Okafor",
          null,
          "Okafor",
          "Family");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23",
        "2026-11-24",
        "2026-12-01",
        "2027-11-23",
        "2027-11-24",
        "2027-11-30",
        "2028-02-29",
        "2030-05-01"
      })
  void a_free_spot_asks_for_its_own_day_however_far_it_is(LocalDate day) {
    assertThat(read(OpeningWords.line(okafor, day, NINE, TODAY)).exact())
        .isEqualTo(day.atTime(NINE));
  }

  @Test
  void a_year_stands_only_where_it_is_needed() {
    assertThat(OpeningWords.line(okafor, LocalDate.of(2026, 11, 30), NINE, TODAY))
        .isEqualTo("okafor 11/30 9:00a");
    assertThat(OpeningWords.line(okafor, LocalDate.of(2027, 11, 30), NINE, TODAY))
        .isEqualTo("okafor 11/30/2027 9:00a");
  }

  @Test
  void a_day_of_another_year_is_said_back_with_it() {
    assertThat(read("okafor 11/30/2027").chips()).contains("Tue, Nov 30, 2027");
    assertThat(read("okafor 11/30").chips()).contains("Mon, Nov 30");
    assertThat(read("okafor by 1/8").chips()).contains("Nov 24 – Jan 8, 2027");
  }

  private OpeningWords.Understood read(String line) {
    return OpeningWords.read(
        line, List.<AppointmentType>of(), List.of(okafor), List.of(), Habits.of(TODAY), null);
  }
}
