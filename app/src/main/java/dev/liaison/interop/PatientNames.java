package dev.liaison.interop;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.jspecify.annotations.Nullable;

/** Which of a patient's names is which. */
final class PatientNames {
  /** How a name is written: ABC alphabetic, IDE ideographic, SYL syllabic (HL7 V3, ISO 21090). */
  private static final String REPRESENTATION =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

  private static final Set<UnicodeScript> FAMILY_FIRST_UNSPACED =
      Set.of(
          UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
  private static final List<NameUse> ORDER =
      List.of(NameUse.OFFICIAL, NameUse.USUAL, NameUse.TEMP, NameUse.ANONYMOUS);

  private PatientNames() {}

  /** The one that lists show: official before usual, in the Latin alphabet before another. */
  static @Nullable HumanName main(List<HumanName> names) {
    return names.stream()
        .filter(name -> name.hasFamily() || name.hasGiven() || name.hasText())
        .min(
            Comparator.comparing(PatientNames::isOfAnotherScript)
                .thenComparing(PatientNames::place))
        .orElse(null);
  }

  static @Nullable String nickname(List<HumanName> names) {
    return names.stream()
        .filter(name -> name.getUse() == NameUse.NICKNAME)
        .findFirst()
        .map(PatientNames::whole)
        .flatMap(text -> Optional.ofNullable(Text.orNull(text)))
        .orElse(null);
  }

  /** The whole name as the person writes it, where that is another script than the main one's. */
  static @Nullable String inOwnScript(List<HumanName> names, HumanName main) {
    if (isOfAnotherScript(main)) {
      return null;
    }
    return names.stream()
        .filter(name -> name != main && isOfAnotherScript(name))
        .findFirst()
        .map(PatientNames::whole)
        .flatMap(text -> Optional.ofNullable(Text.orNull(text)))
        .orElse(null);
  }

  private static int place(HumanName name) {
    var at = ORDER.indexOf(name.getUse());
    return at >= 0 ? at : name.getUse() == null ? ORDER.size() : ORDER.size() + 1;
  }

  private static boolean isOfAnotherScript(HumanName name) {
    var marked = name.getExtensionString(REPRESENTATION);
    if (marked != null) {
      return !marked.equals("ABC");
    }
    return whole(name).codePoints().filter(Character::isLetter).findFirst().stream()
        .anyMatch(c -> UnicodeScript.of(c) != UnicodeScript.LATIN);
  }

  private static String whole(HumanName name) {
    if (name.hasText()) {
      return name.getText();
    }
    var family = name.hasFamily() ? name.getFamily() : "";
    var given =
        name.getGiven().stream()
            .map(part -> String.valueOf(part.getValue()))
            .collect(Collectors.joining(" "));
    var unspaced =
        family.codePoints().findFirst().stream()
            .anyMatch(c -> FAMILY_FIRST_UNSPACED.contains(UnicodeScript.of(c)));
    return unspaced ? family + given : (given + " " + family).strip();
  }
}
