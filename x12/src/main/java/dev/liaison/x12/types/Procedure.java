package dev.liaison.x12.types;

import java.util.List;

/**
 * A procedure, product or revenue code with its modifiers (composite 003).
 *
 * @param list which list: HC procedures, AD dental, N4 drugs, NU revenue codes
 */
public record Procedure(Code list, String code, List<String> modifiers, String description) {
  public static final Procedure NONE = new Procedure(Code.NONE, "", List.of(), "");

  public Procedure {
    modifiers = List.copyOf(modifiers);
  }

  public static Procedure of(String list, String code, String... modifiers) {
    return new Procedure(Code.of(list), code, List.of(modifiers), "");
  }

  public boolean isPresent() {
    return !code.isEmpty();
  }

  /** The components as composite 003 has them. */
  public String[] x12() {
    var parts = new String[7];
    java.util.Arrays.fill(parts, "");
    parts[0] = list.value();
    parts[1] = code;
    for (int i = 0; i < modifiers.size() && i < 4; i++) {
      parts[2 + i] = modifiers.get(i);
    }
    parts[6] = description;
    return parts;
  }
}
