package dev.liaison.patients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
  @ParameterizedTest
  @CsvSource({
    "Nguyễn,nguyen", "ĐẶNG,dang", "Øster,oster", "Straße,strasse", "Łukasz,lukasz", "Æsa,aesa",
    "Þór,thor", "IŞIK,isik", "İpek,ipek", "Ħal,hal", "ΣΟΦΟΣ,σοφοσ", "ГЁТЕ,гете"
  })
  void accents_strokes_and_case_make_no_difference(String name, String word) {
    assertThat(NameWords.typed(name)).containsExactly(word);
  }

  @Test
  void a_name_with_an_apostrophe_is_found_with_it_and_without() {
    var name = new PersonName("O’Brien", "D'Arcy", null, null, null);

    assertThat(NameWords.of(name)).contains("obrien", "brien", "darcy", "arcy");
    assertThat(NameWords.typed("o'brien")).containsExactly("obrien");
  }

  @Test
  void a_double_name_is_found_by_each_part_and_run_together() {
    assertThat(NameWords.of(new PersonName("Yamamoto-Lee", "Keiko", null, null, null)))
        .contains("yamamoto", "lee", "yamamotolee", "keiko");
    assertThat(NameWords.of(new PersonName("de la Cruz", "Ana", null, null, null)))
        .contains("de", "la", "cruz", "delacruz", "ana");
  }

  @Test
  void what_a_person_goes_by_and_the_name_in_another_script_are_words_too() {
    var name = new PersonName("Ruan", "Mingying", null, "Mina", "阮明英");

    assertThat(NameWords.of(name)).contains("mina", "阮明英", "明英", "英");
  }

  @Test
  void marks_that_nobody_sees_are_no_part_of_a_word() {
    assertThat(NameWords.typed("Gar\u200Bc\u0301ia\u202E")).containsExactly("garcia");
  }

  @Test
  void a_very_long_word_is_cut_between_characters() {
    assertThat(NameWords.typed("a".repeat(99) + "𠀀𠀀"))
        .singleElement()
        .satisfies(word -> assertThat(word.length()).isLessThanOrEqualTo(NameWords.LONGEST));
  }
}
