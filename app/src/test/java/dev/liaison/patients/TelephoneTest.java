package dev.liaison.patients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.patients.Telephone.Reading.Refused;
import dev.liaison.patients.Telephone.Reading.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4025550137",
        "(402) 555-0137",
        "402-555-0137",
        "402.555.0137",
        "1 402 555 0137",
        "+1 402 555 0137",
        " 402 5550137 "
      })
  void a_number_of_the_united_states_is_read_however_it_is_written(String typed) {
    assertThat(Telephone.read(typed))
        .isEqualTo(new Understood(new Telephone("(402) 555-0137", "4025550137")));
  }

  @Test
  void a_number_from_abroad_keeps_its_country() {
    assertThat(Telephone.read("+49 30 901820"))
        .isEqualTo(new Understood(new Telephone("+49 30 901820", "30901820")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "402 555 013 | Nine digits; a US number has ten.",
        "5550137 | Seven digits; a US number has ten.",
        "40255501377 | Eleven digits; a US number has ten.",
        "5 | One digit; a US number has ten.",
        "hello | A telephone number has digits; a US number has ten.",
        "0025550137 | No area code of the US begins with 0.",
        "4021550137 | After the area code, no US number begins with 1.",
        "4025550137402555013740255501374025550137 | 40 digits; a US number has ten."
      })
  void what_is_no_number_is_refused_with_the_digits_counted(String typed, String sentence) {
    assertThat(Telephone.read(typed)).isEqualTo(new Refused(sentence));
  }

  @Test
  void an_extension_stays_with_its_number() {
    assertThat(Telephone.read("402 555 0137 x12"))
        .isInstanceOfSatisfying(
            Understood.class,
            read -> assertThat(read.telephone().shown()).isEqualTo("(402) 555-0137 ext. 12"));
  }
}
