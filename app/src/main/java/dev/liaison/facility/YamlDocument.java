package dev.liaison.facility;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Bytes read as one YAML mapping, down to nodes only: nothing in a file can name a Java class, and
 * each value keeps its line. Anchors are refused, since a few of them can stand for more nodes than
 * memory holds.
 */
final class YamlDocument {
  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 20;

  private YamlDocument() {}

  /** The mapping at the top; empty when there is none, and then faults were added. */
  static Optional<MappingNode> read(byte[] bytes, List<FileFault> faults) {
    if (bytes.length > LARGEST) {
      faults.add(
          whole(1, "A facility file has at most 1 MiB; this one has " + bytes.length + " bytes."));
      return Optional.empty();
    }
    var text = text(bytes);
    if (text == null) {
      faults.add(whole(1, "The file is not UTF-8 text."));
      return Optional.empty();
    }
    try {
      var anchors = anchors(text);
      faults.addAll(anchors);
      return anchors.isEmpty() ? mapping(text, faults) : Optional.empty();
    } catch (MarkedYAMLException e) {
      faults.add(whole(line(e), "This is not YAML: " + e.getProblem() + "."));
    } catch (YAMLException e) {
      faults.add(whole(1, "This is not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static List<FileFault> anchors(String text) {
    var found = new ArrayList<FileFault>();
    for (var event : yaml().parse(new StringReader(text))) {
      if (isAnchored(event)) {
        var line = event.getStartMark().getLine() + 1;
        found.add(whole(line, "Anchors (&) and aliases (*) are not read; write the entry out."));
      }
    }
    return found;
  }

  private static boolean isAnchored(Event event) {
    return event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor() != null);
  }

  private static Optional<MappingNode> mapping(String text, List<FileFault> faults) {
    if (yaml().compose(new StringReader(text)) instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    faults.add(whole(1, "The file holds no fields; it begins with locations:."));
    return Optional.empty();
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    return new Yaml(options);
  }

  private static int line(MarkedYAMLException e) {
    return e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
  }

  private static FileFault whole(int line, String says) {
    return new FileFault(line, "", says);
  }
}
