package dev.liaison.demo;

import dev.liaison.platform.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's patients and their encounters. Read as plain JSON: the file is ours, and waking the
 * FHIR library up would take longer than all the rest of the seed.
 */
record SyntheaFile(List<Line> patients, List<Line> encounters) {

  /** A resource and the digest of its line. */
  record Line(JsonNode resource, byte[] digest) {
    String id() {
      return resource.path("id").asString();
    }
  }

  static SyntheaFile read(InputStream packed) throws IOException {
    var json = JsonMapper.builder().build();
    var patients = new ArrayList<Line>();
    var encounters = new ArrayList<Line>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      for (var text = reader.readLine(); text != null; text = reader.readLine()) {
        var line = new Line(json.readTree(text), Sha256.of(text));
        var patient = line.resource().path("resourceType").asString().equals("Patient");
        (patient ? patients : encounters).add(line);
      }
    }
    return new SyntheaFile(patients, encounters);
  }
}
