package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.At;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the file, read field by field. Whatever is wrong is noted with its line and way,
 * and reading goes on with something harmless, so that one run finds all faults.
 */
final class Fields {
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL, Tag.SEQ, Tag.MAP);

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<FileFault> faults;
  private final int line;
  private final String path;

  private Fields(MappingNode node, String path, List<FileFault> faults) {
    this.faults = faults;
    this.line = line(node);
    this.path = path;
    for (var tuple : node.getValue()) {
      put(tuple.getKeyNode(), tuple.getValueNode());
    }
  }

  /** The mapping at the top of the file. */
  static Fields top(MappingNode node, List<FileFault> faults) {
    return new Fields(node, "", faults);
  }

  private void put(Node key, Node value) {
    if (!(key instanceof ScalarNode name)) {
      faults.add(new FileFault(line(key), path, "A field's name is a word."));
    } else if (!PLAIN.contains(value.getTag())) {
      note(line(value), name.getValue(), "Tags (!) are not read; write the value alone.");
    } else if (values.put(name.getValue(), value) != null) {
      note(line(key), name.getValue(), "This field stands here twice.");
    }
  }

  /** Where this mapping stands, named by its key where it has one. */
  At at() {
    var lines = new LinkedHashMap<String, Integer>();
    values.forEach((name, value) -> lines.put(name, line(value)));
    return new At(line, path, lines);
  }

  /** Notes every field that is not among the known ones. */
  Fields only(String... known) {
    values.forEach((name, value) -> {
      if (!List.of(known).contains(name)) {
        note(
            line(value),
            name,
            "This field is not known here" + Nearest.to(name, List.of(known)) + ".");
      }
    });
    return this;
  }

  void note(String name, String says) {
    var value = values.get(name);
    note(value == null ? line : line(value), name, says);
  }

  private void note(int at, String name, String says) {
    faults.add(new FileFault(at, way(name), says));
  }

  private String way(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A word or words that must be there; empty when they are not. */
  String text(String name, int longest) {
    var found = optional(name, longest);
    if (found == null
        && !(values.get(name) instanceof Node node && node.getNodeId() != NodeId.scalar)) {
      note(name, "This field is missing.");
    }
    return found == null ? "" : found;
  }

  @Nullable String optional(String name, int longest) {
    var node = values.get(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      note(name, "This field holds one value, not a list or fields.");
      return null;
    }
    var value = scalar.getValue().strip();
    if (value.codePointCount(0, value.length()) > longest) {
      note(name, "At most " + longest + " characters; this has " + value.length() + ".");
      return null;
    }
    if (value.chars().anyMatch(Character::isISOControl) && !name.equals("instructions")) {
      note(name, "One line without control characters.");
      return null;
    }
    return value.isEmpty() ? null : value;
  }

  /** A whole number; {@code otherwise} when the field is absent or wrong. */
  int number(String name, int least, int most, int otherwise) {
    var found = optional(name, 20);
    if (found == null) {
      return otherwise;
    }
    var number = found.matches("-?[0-9]{1,6}") ? Integer.parseInt(found) : Integer.MIN_VALUE;
    if (number < least || number > most) {
      note(name, found + " is not a whole number from " + least + " to " + most + ".");
      return otherwise;
    }
    return number;
  }

  /** A value read by a function that throws on nonsense; empty when it is absent or wrong. */
  <T> Optional<T> read(String name, Function<String, T> reader, String otherwise) {
    var found = text(name, 100);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(found));
    } catch (RuntimeException e) {
      note(name, found + " " + otherwise);
      return Optional.empty();
    }
  }

  /** One of the known words; empty when it is absent or another. */
  String oneOf(String name, Collection<String> known) {
    var found = text(name, 100);
    if (!found.isEmpty() && !known.contains(found)) {
      note(name, found + " is not known" + Nearest.to(found, known) + ".");
      return "";
    }
    return found;
  }

  /** A list of words; empty when the field is absent. */
  List<String> words(String name) {
    var words = new ArrayList<String>();
    for (var item : items(name)) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        words.add(scalar.getValue().strip());
      } else {
        note(line(item), name, "A list of words stands here.");
      }
    }
    return words;
  }

  /** A list of mappings, each named in faults by its {@code key} or its place in the list. */
  List<Fields> list(String name) {
    var mappings = new ArrayList<Fields>();
    for (var item : items(name)) {
      if (item instanceof MappingNode mapping) {
        mappings.add(
            new Fields(mapping, way(name) + "[" + label(mapping, mappings.size()) + "]", faults));
      } else {
        note(line(item), name, "A list of entries with fields stands here.");
      }
    }
    return mappings;
  }

  private List<Node> items(String name) {
    var node = values.get(name);
    if (node == null || node.getTag().equals(Tag.NULL)) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    note(name, "A list stands here, each entry begun by a dash.");
    return List.of();
  }

  private static String label(MappingNode mapping, int place) {
    for (var tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name
          && name.getValue().equals("key")
          && tuple.getValueNode() instanceof ScalarNode key) {
        return key.getValue();
      }
    }
    return String.valueOf(place + 1);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
