package dev.liaison.interop;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it streams in; a document is never whole in memory, only one resource of it is. */
final class FhirJson {
  static final int DEEPEST = 100;

  /** A resource with more bytes is parked unread; the longest honest ones carry a scan. */
  static final long LARGEST = 16 << 20;

  private static final int LONGEST_TEXT = 50_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          // An entry is followed by the next one.
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectReader WHOLE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FhirJson() {}

  /** One entry of a bundle, or the one resource of the document. */
  record Entry(int number, @Nullable String fullUrl, @Nullable JsonNode resource, long bytes) {}

  /**
   * What a document is, before any of it is taken.
   *
   * @param bytes of the whole document
   * @param tooLarge the numbers of its entries that have more than {@link #LARGEST} bytes
   */
  record Checked(String type, long bytes, Set<Integer> tooLarge) {}

  /**
   * Reads a document to its end without keeping any of it.
   *
   * @throws Unreadable when it is broken anywhere, so that no half of it is taken
   */
  static Checked check(InputStream in) {
    try (var parser = MAPPER.createParser(in)) {
      var first = parser.nextToken();
      if (first == null) {
        throw new Unreadable(ParkReason.NOT_JSON, "It is empty.");
      }
      if (first != JsonToken.START_OBJECT) {
        throw new Unreadable(ParkReason.NOT_FHIR, "It is JSON, but no FHIR resource.");
      }
      var tooLarge = new HashSet<Integer>();
      var type = typeOf(parser, tooLarge);
      var bytes = position(parser.currentLocation());
      if (parser.nextToken() != null) {
        throw new Unreadable(
            ParkReason.NOT_JSON,
            "More stands behind the end of the document; one resource a line is .ndjson.");
      }
      if (type == null) {
        throw new Unreadable(
            ParkReason.NOT_FHIR, "It is JSON, but no FHIR resource: it has no resourceType.");
      }
      return new Checked(type, bytes, tooLarge);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static @Nullable String typeOf(JsonParser parser, Set<Integer> tooLarge) {
    String type = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (name.equals("entry") && value == JsonToken.START_ARRAY) {
        measure(parser, tooLarge);
      } else {
        skip(parser);
      }
    }
    return type;
  }

  private static void measure(JsonParser parser, Set<Integer> tooLarge) {
    var number = 0;
    for (var token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      number++;
      if (skip(parser) > LARGEST) {
        tooLarge.add(number);
      }
    }
  }

  /** In bytes; in characters where the text is none of UTF-8. */
  private static long position(TokenStreamLocation at) {
    return Math.max(at.getByteOffset(), at.getCharOffset());
  }

  /**
   * Steps over a value token by token, so that its depth is counted too.
   *
   * @return its length in bytes
   */
  private static long skip(JsonParser parser) {
    var from = position(parser.currentTokenLocation());
    var open = parser.currentToken().isStructStart() ? 1 : 0;
    while (open > 0) {
      var token = parser.nextToken();
      if (token == null) {
        break;
      }
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return position(parser.currentLocation()) - from;
  }

  /**
   * Hands over the entries of a bundle that {@link #check} has read, one by one.
   *
   * @param tooLarge the numbers of those to step over
   */
  static void entries(InputStream in, Set<Integer> tooLarge, Consumer<Entry> each) {
    try (var parser = MAPPER.createParser(in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("entry") && value == JsonToken.START_ARRAY) {
          var number = 0;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            number++;
            if (tooLarge.contains(number)) {
              skip(parser);
            } else {
              var from = position(parser.currentTokenLocation());
              JsonNode entry = MAPPER.readTree(parser);
              each.accept(entry(number, entry, position(parser.currentLocation()) - from));
            }
          }
        } else {
          skip(parser);
        }
      }
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /** Hands over the entries of a bundle that is in memory already, and so not large. */
  static void entries(JsonNode bundle, Consumer<Entry> each) {
    var number = 0;
    for (var entry : bundle.path("entry")) {
      each.accept(entry(++number, entry, 0));
    }
  }

  private static Entry entry(int number, JsonNode entry, long bytes) {
    var url = entry.path("fullUrl");
    var resource = entry.path("resource");
    return new Entry(
        number,
        url.isString() ? url.stringValue() : null,
        resource.isObject() ? resource : null,
        bytes);
  }

  /** A whole resource: a document of its own, or a line. */
  static JsonNode resource(byte[] json) {
    try {
      var node = WHOLE.readTree(json);
      if (!node.isObject() || !node.path("resourceType").isString()) {
        throw new Unreadable(
            ParkReason.NOT_FHIR, "It is JSON, but no FHIR resource: it has no resourceType.");
      }
      return node;
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static Unreadable unreadable(JacksonException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Unreadable known) {
        return known;
      }
    }
    if (e instanceof StreamConstraintsException) {
      var deep = String.valueOf(e.getMessage()).contains("depth");
      return deep
          ? new Unreadable(ParkReason.TOO_DEEP, "It is nested more than " + DEEPEST + " deep.")
          : new Unreadable(
              ParkReason.TOO_LARGE, "A text in it is longer than 50 million characters.");
    }
    if (e instanceof JacksonIOException) {
      return new Unreadable(
          ParkReason.UNREADABLE, "It breaks off or is damaged: " + rootMessage(e) + ".");
    }
    var at = e.getLocation();
    var place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new Unreadable(
        ParkReason.NOT_JSON,
        isEnd(e) ? "It ends in the middle" + place + "." : "It is not JSON" + place + ".");
  }

  private static boolean isEnd(JacksonException e) {
    return e instanceof UnexpectedEndOfInputException
        || String.valueOf(e.getMessage()).contains("end-of-input");
  }

  private static String rootMessage(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
