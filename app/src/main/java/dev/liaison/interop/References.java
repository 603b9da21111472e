package dev.liaison.interop;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom the references of one document mean. Inside a bundle a patient is meant by its fullUrl
 * ({@code urn:uuid:…}) or by an identifier ({@code Patient?identifier=system|value}); anywhere by
 * type and id, also behind a server's address.
 */
final class References {
  private static final Pattern BY_ID =
      Pattern.compile("(?:(https?://.+)/)?Patient/([^/]+)(?:/_history/.+)?");
  static final int LONGEST_SOURCE = 500;

  private static final String BY_IDENTIFIER = "Patient?identifier=";
  private static final String URN = "urn:uuid:";

  private final String source;
  private final Map<String, Key> known = new HashMap<>();

  /**
   * @param source the system that everything without an address of its own comes from
   */
  References(String source) {
    this.source = source;
  }

  /** A patient by the name its source has for it. */
  record Key(String source, String id) {}

  /**
   * The system that a resource comes from: the server in its fullUrl, else the import's.
   *
   * @throws Unreadable when the server's address would not fit into a key
   */
  String source(@Nullable String fullUrl, String type) {
    if (fullUrl != null && fullUrl.matches("https?://.+/" + type + "/[^/]+")) {
      var server = fullUrl.substring(0, fullUrl.lastIndexOf("/" + type + "/"));
      if (server.length() > LONGEST_SOURCE || !server.equals(Text.plain(server))) {
        throw new Unreadable(
            ParkReason.NOT_FHIR,
            "The server in its fullUrl is longer than 500 characters, or odd.");
      }
      return server;
    }
    return source;
  }

  void learn(@Nullable String fullUrl, Key patient, JsonNode json) {
    if (fullUrl != null) {
      known.put(fullUrl, patient);
    }
    for (var identifier : json.path("identifier")) {
      var value = identifier.path("value");
      if (value.isString()) {
        var system = identifier.path("system");
        known.put(
            BY_IDENTIFIER
                + (system.isString() ? system.stringValue() : "")
                + "|"
                + value.stringValue(),
            patient);
      }
    }
  }

  /**
   * Whom a reference means; somebody who is not there when the document does not tell.
   *
   * @param own the system of the resource that refers
   */
  Key patient(String reference, String own) {
    var key = known.get(reference);
    if (key != null) {
      return key;
    }
    var byId = BY_ID.matcher(reference);
    if (byId.matches()) {
      return new Key(byId.group(1) == null ? own : byId.group(1), byId.group(2));
    }
    if (reference.startsWith(URN)) {
      return new Key(own, reference.substring(URN.length()));
    }
    // An identifier that this document did not tell: the patient whose id looks like it may be
    // somebody else, and no id contains what stands in a reference.
    return new Key(own, reference);
  }
}
