package dev.liaison.patients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.patients.SearchQuestion.Born;
import dev.liaison.patients.SearchQuestion.Number;
import dev.liaison.testing.Cases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQuestionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate BORN = LocalDate.of(1961, 4, 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nguyen 4/2/61",
        "4/2/1961 Nguyễn",
        "nguyen, 2 apr 61",
        "apr 2 1961 nguyen",
        "nguyen 1961-04-02"
      })
  void a_birth_date_is_taken_out_of_the_words(String typed) {
    assertThat(SearchQuestion.of(typed, TODAY))
        .isEqualTo(
            new SearchQuestion(
                List.of("nguyen"), List.of(new Number("", List.of(new Born(BORN, BORN)))), false));
  }

  @Test
  void eight_figures_may_be_a_birth_date_a_telephone_or_a_record_number() {
    assertThat(SearchQuestion.of("04021961", TODAY).numbers())
        .containsExactly(new Number("04021961", List.of(new Born(BORN, BORN))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(402) 555-0137",
        "402 555 0137",
        "402.555.0137",
        "+1 402 555 0137",
        "14025550137"
      })
  void the_figures_of_a_telephone_belong_together(String typed) {
    assertThat(SearchQuestion.of(typed, TODAY).numbers())
        .extracting(Number::digits)
        .containsExactly("4025550137");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4/", "4/2", "4/2/", "4/2/6"})
  void a_date_without_its_year_yet_asks_nothing(String typed) {
    var question = SearchQuestion.of(typed, TODAY);

    assertThat(question.isEmpty()).isTrue();
    assertThat(question.unfinished()).isTrue();
  }

  @Test
  void a_year_is_everybody_born_in_it() {
    assertThat(SearchQuestion.of("luz 1961", TODAY).numbers())
        .containsExactly(
            new Number(
                "1961", List.of(new Born(LocalDate.of(1961, 1, 1), LocalDate.of(1961, 12, 31)))));
  }

  @Test
  void nothing_that_is_typed_breaks_it() {
    Cases.each(random -> {
      var typed = new StringBuilder();
      for (var n = random.nextInt(20); n > 0; n--) {
        typed.append("0123456789/-. ,'aprmé()+".charAt(random.nextInt(24)));
      }
      assertThat(SearchQuestion.of(typed.toString(), TODAY)).isNotNull();
    });
  }
}
