package dev.liaison.patients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.patients.BirthDate.Reading.Ambiguous;
import dev.liaison.patients.BirthDate.Reading.Refused;
import dev.liaison.patients.BirthDate.Reading.Understood;
import dev.liaison.testing.Cases;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04021961",
        "040261",
        "4/2/61",
        "4/2/1961",
        "04/02/1961",
        "4-2-61",
        "4.2.1961",
        "4 2 61",
        "2 apr 61",
        "2 april 1961",
        "apr 2 1961",
        "Apr. 2, 1961",
        "April 2nd, 1961",
        "2nd apr 1961",
        "1961-04-02",
        "19610402",
        "1961/4/2",
        "2apr1961",
        "  4/2/61 ",
        "٠٤٠٢١٩٦١",
        "０４０２１９６１"
      })
  void the_second_of_april_1961_is_read_however_it_is_written(String typed) {
    assertThat(BirthDate.read(typed, TODAY)).isEqualTo(new Understood(LocalDate.of(1961, 4, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2/29/2007 | Feb 29 exists only in leap years; 2007 was not one. Is it Feb 28, or another year?",
        "2/29/1900 | Feb 29 exists only in leap years; 1900 was not one. Is it Feb 28, or another year?",
        "2/30/1961 | February has 28 days. Is it Feb 28, or another month?",
        "4/31/1961 | April has 30 days. Is it Apr 30, or another month?",
        "4/32/1961 | There is no day 32; April has 30 days.",
        "4/0/1961 | There is no day 0.",
        "25/12/1961 | There is no month 25. Is it Dec 25, 1961?",
        "25/13/1961 | There is no month 25.",
        "13/13/1961 | There is no month 13.",
        "0/1/1961 | There is no month 0.",
        "11/25/2026 | Nov 25, 2026 has not come yet; nobody was born then.",
        "4/2/2061 | Apr 2, 2061 has not come yet; nobody was born then.",
        "4/2/1890 | Born Apr 2, 1890, the person would be 136 years old. Which year is it?",
        "1961 | “1961” has no year, or no month and day.",
        "4/2 | “4/2” has no year.",
        "apr 2 | “apr 2” has no year.",
        "apr 1961 | “apr 1961” has no day.",
        "hello | “hello” is not a date the desk can read. Write it like 4/2/1961 or 2 apr 1961.",
        "4/2/961 | “4/2/961” is not a date the desk can read. Write it like 4/2/1961 or 2 apr 1961.",
        "4/2/99999999999 | “4/2/99999999999” is not a date the desk can read. Write it like 4/2/1961 or 2 apr 1961.",
        "' ' | A birth date is needed, like 4/2/1961."
      })
  void an_impossible_date_is_refused_with_what_it_could_be(String typed, String sentence) {
    assertThat(BirthDate.read(typed, TODAY)).isEqualTo(new Refused(sentence));
  }

  @Test
  void two_figures_of_a_year_are_past_and_a_century_apart_they_are_asked() {
    assertThat(BirthDate.read("4/2/27", TODAY)).isEqualTo(new Understood(LocalDate.of(1927, 4, 2)));
    assertThat(BirthDate.read("4/2/15", TODAY)).isEqualTo(new Understood(LocalDate.of(2015, 4, 2)));
    assertThat(BirthDate.read("2/29/24", TODAY))
        .isInstanceOfSatisfying(
            Ambiguous.class,
            asked ->
                assertThat(asked.readings())
                    .containsExactly(LocalDate.of(2024, 2, 29), LocalDate.of(1924, 2, 29)));
    assertThat(BirthDate.read("4/2/26", TODAY))
        .isEqualTo(
            new Ambiguous(
                List.of(LocalDate.of(2026, 4, 2), LocalDate.of(1926, 4, 2)),
                "Is it Apr 2, 2026 (7 months) or Apr 2, 1926 (100 years)? Type the year with four figures."));
    assertThat(BirthDate.read("12/2/26", TODAY))
        .isEqualTo(new Understood(LocalDate.of(1926, 12, 2)));
  }

  @Test
  void a_child_born_today_and_the_oldest_people_are_taken() {
    assertThat(BirthDate.read("11/24/2026", TODAY)).isEqualTo(new Understood(TODAY));
    assertThat(BirthDate.read("11/25/1896", TODAY))
        .isEqualTo(new Understood(LocalDate.of(1896, 11, 25)));
  }

  @Test
  void every_day_is_read_back_from_each_way_it_is_written() {
    var ways =
        List.of("MMddyyyy", "M/d/yyyy", "d MMM yyyy", "MMM d, yyyy", "yyyy-MM-dd", "MMMM d yyyy");
    Cases.each(random -> {
      var day = TODAY.minusDays(random.nextInt(45_000));
      var way = ways.get(random.nextInt(ways.size()));
      var typed = DateTimeFormatter.ofPattern(way, Locale.US).format(day);

      assertThat(BirthDate.read(typed, TODAY)).as(typed).isEqualTo(new Understood(day));
    });
  }

  @Test
  void nothing_that_is_typed_breaks_the_reader() {
    Cases.each(random -> {
      var typed = new StringBuilder();
      for (var n = random.nextInt(14); n > 0; n--) {
        typed.append("0123456789/-. aprmy\u0660\uD83D\uDE00é".charAt(random.nextInt(23)));
      }
      assertThat(BirthDate.read(typed.toString(), TODAY)).isNotNull();
    });
  }

  @Test
  void the_age_of_small_children_is_told_in_months_and_days() {
    assertThat(BirthDate.age(LocalDate.of(1961, 11, 25), TODAY)).isEqualTo("64 y");
    assertThat(BirthDate.age(LocalDate.of(1961, 11, 24), TODAY)).isEqualTo("65 y");
    assertThat(BirthDate.age(LocalDate.of(2025, 3, 1), TODAY)).isEqualTo("20 mo");
    assertThat(BirthDate.age(LocalDate.of(2026, 11, 20), TODAY)).isEqualTo("4 d");
  }
}
