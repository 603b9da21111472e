package dev.liaison.interop;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import dev.liaison.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** FHIR R4 resources from JSON. One for each import: its parser is no thread's but its own. */
final class FhirResources {
  // Of how a resource is read: the next number reads every resource anew.
  private static final byte READING = 2;

  // R4, 2.24.0.1; a longer one would not fit into the keys that it becomes a part of.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

  private final IParser parser;

  FhirResources() {
    // Costs a second at first use, so nothing that starts touches it.
    parser = FhirContext.forR4Cached().newJsonParser();
    parser.setParserErrorHandler(new Refusing());
  }

  <T extends Resource> T read(Class<T> type, JsonNode json) {
    try {
      return parser.parseResource(type, json.toString());
    } catch (DataFormatException e) {
      throw new Unreadable(ParkReason.UNREADABLE, sentence(e));
    }
  }

  /** The parser's own words, without its number, up to where it quotes what it met. */
  private static String sentence(DataFormatException e) {
    var words = String.valueOf(e.getMessage()).replaceAll("HAPI-\\d+: ", "");
    var unquoted = words.replaceFirst("(?s)[\"'].*", "…");
    return "It is no FHIR R4: "
        + (unquoted.length() > 300 ? unquoted.substring(0, 300) + "…" : unquoted);
  }

  /** Lets pass what is merely odd. A wrong value is named by its element, never by itself. */
  private static final class Refusing extends LenientErrorHandler {
    Refusing() {
      super(false);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
      if (value == null || value.isBlank()) {
        return;
      }
      var element = location == null ? null : location.getParentElementName();
      throw new Unreadable(
          ParkReason.UNREADABLE,
          "It is no FHIR R4: the value of %s is not one that it may have."
              .formatted(element == null ? "an element" : element));
    }
  }

  /**
   * Of what the resource says, to tell unchanged from newer: without meta, which a server changes
   * by itself, and without the generated text.
   */
  static byte[] digest(JsonNode json) {
    var said = json;
    if (json instanceof ObjectNode object) {
      var copy = object.deepCopy();
      copy.remove("meta");
      copy.remove("text");
      said = copy;
    }
    var digest = Sha256.start();
    digest.update(READING);
    return digest.digest(said.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The resource's id, by which its source names it for ever. */
  static String id(JsonNode json) {
    var id = json.path("id");
    if (!id.isString() || id.stringValue().isBlank()) {
      throw new Unreadable(
          ParkReason.INCOMPLETE, "It has no id, so that it could not be told from another.");
    }
    if (!ID.matcher(id.stringValue()).matches()) {
      throw new Unreadable(
          ParkReason.NOT_FHIR,
          "Its id is none of FHIR's: 1 to 64 letters, digits, hyphens and points.");
    }
    return id.stringValue();
  }
}
