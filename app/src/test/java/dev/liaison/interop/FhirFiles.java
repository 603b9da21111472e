package dev.liaison.interop;

import dev.liaison.patients.Patients;
import dev.liaison.platform.Rows;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Files to import, and what stands here afterwards. */
abstract class FhirFiles extends SpringTest {
  static final Path BUNDLES = Path.of("src/test/resources/fhir/bundles");
  static final Path DEMO = Path.of("src/main/resources/demo/patients.ndjson.gz");
  static final String LUZ =
      """
      {"resourceType":"Patient","id":"luz","identifier":[{"system":"urn:mrn","value":"77"}],
       "name":[{"family":"García","given":["Luz","Elena"]}],"gender":"female","birthDate":"2007-04-02"}
      """;
  static final String VISIT =
      """
      {"resourceType":"Encounter","id":"visit","status":"finished","class":{"code":"AMB"},
       "type":[{"text":"General examination of patient (procedure)"}],"subject":{"reference":"%s"},
       "period":{"start":"2023-05-27T07:11:10-05:00","end":"2023-05-27T07:43:35-05:00"}}
      """;

  @Autowired FhirImport fhir;
  @Autowired Patients patients;
  @TempDir Path folder;
  TestDesk desk;

  @BeforeEach
  void open() {
    desk = openDesk();
  }

  ImportSummary load(Path... paths) {
    return fhir.load(
        desk.actor(), fhir.find(Arrays.asList(paths)), FhirImport.UNNAMED_SOURCE, bytes -> {});
  }

  Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  static String line(String json) {
    return json.replace("\n", " ").strip() + "\n";
  }

  static String bundle(String... entries) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
        + String.join(",", entries)
        + "]}";
  }

  static String at(String fullUrl, String resource) {
    return "{\"fullUrl\":\"" + fullUrl + "\",\"resource\":" + resource + "}";
  }

  List<String> told(String sql) {
    return desk.asks(
        jdbc -> Rows.of(jdbc.sql(sql).param("organization", desk.id()).query(String.class)));
  }

  List<String> visits() {
    return told(
        """
        select concat_ws('|', p.family, v.stage, v.class, v.type, v.arrived_at at time zone 'UTC')
        from visit v
        join patient p on p.organization_id = v.organization_id and p.id = v.patient_id
        where v.organization_id = :organization
        order by v.arrived_at
        """);
  }

  List<String> parked() {
    return told(
        """
        select concat_ws('|', regexp_replace(file, '.*/', ''), entry, reason)
        from import_parked
        where organization_id = :organization
        order by 1
        """);
  }
}
