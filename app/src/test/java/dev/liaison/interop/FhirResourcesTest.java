package dev.liaison.interop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FhirResourcesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"birthDate\":\"Okafor \\\"Ada\\\" 1961\"`, birthDate",
        "`\"gender\":\"Okafor\"`, gender",
        "`\"deceasedBoolean\":\"Okafor\"`, deceasedBoolean",
        "`\"text\":{\"status\":\"generated\",\"div\":\"<div>Okafor <b></div>\"}`, It is no FHIR R4",
      })
  void what_is_wrong_is_named_by_its_element_and_never_repeated(String field, String named) {
    var json = "{\"resourceType\":\"Patient\"," + field + "}";

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(named)
        .hasMessageNotContainingAny("Okafor", "Ada");
  }

  @Test
  void what_is_no_patient_is_refused_without_its_words() {
    assertThatThrownBy(() -> read("{\"resourceType\":\"Okafor\"}"))
        .isInstanceOf(Unreadable.class)
        .hasMessageNotContaining("Okafor");
  }

  private static Patient read(String json) {
    return new FhirResources().read(Patient.class, JsonMapper.shared().readTree(json));
  }
}
