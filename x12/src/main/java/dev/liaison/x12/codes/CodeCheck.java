package dev.liaison.x12.codes;

import dev.liaison.x12.Fault;
import dev.liaison.x12.Segment;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.codes.CodeLists.Standing;
import dev.liaison.x12.types.Values;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks up the codes of a set while its segments go by; what a list does not have is a warning. */
public final class CodeCheck {
  private final CodeLists lists;
  private final Consumer<X12Error> errors;
  private final Values values = new Values(error -> {});
  private @Nullable LocalDate on;

  public CodeCheck(CodeLists lists, Consumer<X12Error> errors) {
    this.lists = lists;
    this.errors = errors;
  }

  /** At ST. */
  public void begin() {
    this.on = null;
  }

  /** At each segment between ST and SE. */
  public void accept(Segment s) {
    switch (s.name()) {
      case "DTP" -> {
        if (s.equals(1, "472") || s.equals(1, "434")) {
          var period = values.period(s, 2, 3);
          on = period == null ? on : period.from();
        }
      }
      case "DTM" -> {
        if (s.equals(1, "472") || s.equals(1, "150") || s.equals(1, "232")) {
          on = values.date(s, 2);
        }
      }
      case "CAS" -> {
        for (int i = 2; i <= s.size(); i += 3) {
          look(CodeList.ADJUSTMENT_REASON, s, i, s.text(i));
        }
      }
      case "LQ" -> {
        if (s.equals(1, "HE")) {
          look(CodeList.REMARK, s, 2, s.text(2));
        }
      }
      case "MIA" -> {
        look(CodeList.REMARK, s, 5, s.text(5));
        for (int i = 20; i <= 23; i++) {
          look(CodeList.REMARK, s, i, s.text(i));
        }
      }
      case "MOA" -> {
        for (int i = 3; i <= 7; i++) {
          look(CodeList.REMARK, s, i, s.text(i));
        }
      }
      case "STC" -> {
        for (int i : new int[] {1, 10, 11}) {
          look(CodeList.CLAIM_STATUS_CATEGORY, s, i, s.text(i, 1));
          look(CodeList.CLAIM_STATUS, s, i, s.text(i, 2));
        }
      }
      case "EB" -> serviceTypes(s, 3);
      case "EQ" -> serviceTypes(s, 1);
      case "CLM" -> {
        if (s.text(5, 2).equals("B")) {
          look(CodeList.PLACE_OF_SERVICE, s, 5, s.text(5, 1));
        }
      }
      case "CL1" -> look(CodeList.DISCHARGE_STATUS, s, 3, s.text(3));
      case "HI" -> {
        for (int i = 1; i <= s.size(); i++) {
          health(s, i);
        }
      }
      case "SV1", "SV3", "SVC" -> procedure(s, 1);
      case "SV2" -> {
        look(CodeList.REVENUE, s, 1, s.text(1));
        procedure(s, 2);
      }
      case "PRV" -> {
        if (s.equals(2, "PXC")) {
          look(CodeList.TAXONOMY, s, 3, s.text(3));
        }
      }
      case "NM1" -> {
        if (s.equals(8, "XX")) {
          look(CodeList.NPI, s, 9, s.text(9));
        }
      }
      case "N1" -> {
        if (s.equals(3, "XX")) {
          look(CodeList.NPI, s, 4, s.text(4));
        }
      }
      default -> {
        // no external codes
      }
    }
  }

  private void serviceTypes(Segment s, int element) {
    for (var type : s.repeats(element)) {
      look(CodeList.SERVICE_TYPE, s, element, type);
    }
  }

  private void health(Segment s, int element) {
    switch (s.text(element, 1)) {
      case "ABK", "ABF", "ABJ", "APR", "ABN" ->
          look(CodeList.DIAGNOSIS, s, element, s.text(element, 2));
      case "DR" -> look(CodeList.DIAGNOSIS_RELATED_GROUP, s, element, s.text(element, 2));
      case "BG" -> look(CodeList.CONDITION, s, element, s.text(element, 2));
      default -> {
        // ICD-9 and lists that are not at hand
      }
    }
  }

  /** Only level II begins with a letter other than D; CPT and CDT are not ours to know. */
  private void procedure(Segment s, int element) {
    var code = s.text(element, 2);
    if (s.text(element, 1).equals("HC") && code.matches("[A-CE-Z][0-9]{4}")) {
      look(CodeList.PROCEDURE, s, element, code);
    }
  }

  private void look(CodeList list, Segment s, int element, String code) {
    if (code.isEmpty()) {
      return;
    }
    var standing = lists.standing(list, code, on);
    if (standing == Standing.UNKNOWN || standing == Standing.OUT_OF_DATE) {
      var words = list.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
      errors.accept(
          X12Error.at(Fault.UNKNOWN_CODE, s.offset(), s.name(), s.position())
              .element(element, code)
              .note(standing == Standing.UNKNOWN ? words : words + ", not valid on " + on));
    }
  }
}
