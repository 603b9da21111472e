package dev.liaison.patients.desk;

import dev.liaison.patients.LikelyAct.Act;
import dev.liaison.patients.NameMarks;
import dev.liaison.patients.NameMarks.Piece;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientSummary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list under the patient search.
 *
 * @param words what was typed
 * @param andMore {@code and 12 more}; empty when these are all
 * @param unfinished the beginning of a date, which finds nobody yet
 * @param mayRegister whether the way on is to register who was not found
 */
public record FinderList(
    String words, List<Option> options, String andMore, boolean unfinished, boolean mayRegister) {
  public FinderList {
    options = List.copyOf(options);
  }

  /** One patient; two identifiers stand in every row. */
  public record Option(PatientSummary patient, @Nullable Act act, String words, LocalDate today) {
    /** To what one most likely wants of the patient. */
    public String href() {
      return record() + "/open";
    }

    public String record() {
      return "/patients/" + patient.id().value();
    }

    public PatientId id() {
      return patient.id();
    }

    public List<Piece> name() {
      return NameMarks.of(patient.name().listed(), words);
    }

    public @Nullable String ownScript() {
      return patient.name().inOwnScript();
    }

    public @Nullable String goesBy() {
      return patient.name().preferred();
    }

    public String born() {
      return patient.born();
    }

    public String ageAndSex() {
      return patient.deceased() ? "deceased" : patient.ageAndSex(today);
    }

    public String mrn() {
      return patient.mrn().shown();
    }

    public String phone() {
      return patient.phone() == null ? "" : patient.phone();
    }

    /** Options that fit as well as one another carry the same word. */
    public String fits() {
      return act == null ? "name" : "today";
    }
  }

  /** {@code Nobody called “ng m”.} */
  public String nobody() {
    return words.codePoints().anyMatch(Character::isLetter)
        ? "Nobody is called “" + words + "”."
        : "Nobody has “" + words + "”.";
  }
}
