package dev.liaison.x12.rule;

import dev.liaison.x12.claim.Claim;
import dev.liaison.x12.claim.ClaimKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A situational rule of the 837.
 *
 * @param id stable, for people and for tests
 * @param words what must hold
 * @param holds whether it does
 */
public record ClaimRule(String id, String words, BiPredicate<Claim, ClaimKind> holds) {
  /** All of them. */
  public static final List<ClaimRule> ALL =
      List.of(
          new ClaimRule(
              "837.F8.REQUIRED",
              "a replacement or void names the payer's claim number in REF*F8",
              (claim, kind) ->
                  !claim.frequency().isAnyOf("7", "8") || claim.reference("F8").isPresent()),
          new ClaimRule(
              "837.F8.FORBIDDEN",
              "an original claim has no REF*F8",
              (claim, kind) -> !claim.frequency().is("1") || claim.reference("F8").isEmpty()),
          new ClaimRule(
              "837.POINTER",
              "each diagnosis pointer names a diagnosis of the claim",
              (claim, kind) -> pointersHold(claim)),
          new ClaimRule(
              "837.POINTER.REQUIRED",
              "each professional line points to a diagnosis",
              (claim, kind) ->
                  kind != ClaimKind.PROFESSIONAL
                      || claim.lines().stream().noneMatch(line -> line.pointers().isEmpty())),
          new ClaimRule(
              "837.DIAGNOSIS.DOT",
              "diagnoses are written without a dot",
              (claim, kind) -> claim.codes().stream().noneMatch(code -> code.code().contains("."))),
          new ClaimRule(
              "837.DIAGNOSIS.TWICE",
              "no diagnosis stands twice",
              (claim, kind) ->
                  claim.diagnoses().stream().map(Claim.HealthCode::code).distinct().count()
                      == claim.diagnoses().size()),
          new ClaimRule(
              "837.PATIENT.SELF",
              "a subscriber who is the patient is 18 in SBR02, and only then",
              (claim, kind) ->
                  (claim.patient() == null) == claim.subscriber().relationship().is("18")),
          new ClaimRule(
              "837.SUBSCRIBER.DEMOGRAPHICS",
              "a subscriber who is the patient has an address and a birth date",
              (claim, kind) ->
                  claim.patient() != null
                      || !claim.subscriber().name().person()
                      || (claim.subscriber().address().isPresent()
                          && claim.subscriber().birthDate() != null)),
          new ClaimRule(
              "837.BILLING.STREET",
              "the billing provider has a street address, no box",
              (claim, kind) ->
                  !claim
                      .billing()
                      .address()
                      .line1()
                      .matches("(?i).*\\b(P\\.? ?O\\.? ?BOX|LOCK ?BOX)\\b.*")),
          new ClaimRule("837.LX", "lines are numbered from 1", (claim, kind) -> numbered(claim)),
          new ClaimRule(
              "837.COB.DATE",
              "a decision of another payer has its date, on the claim or on each line",
              (claim, kind) ->
                  claim.others().stream()
                      .allMatch(other ->
                          other.paid() == null
                              || other.decided() != null
                              || claim.lines().stream()
                                  .flatMap(line -> line.adjudications().stream())
                                  .anyMatch(decision -> decision.decided() != null))),
          new ClaimRule(
              "837.ACCIDENT.DATE",
              "an accident has its date in DTP*439",
              (claim, kind) ->
                  kind == ClaimKind.INSTITUTIONAL
                      || claim.causes().stream().noneMatch(cause -> cause.isAnyOf("AA", "OA"))
                      || claim.dates().stream().anyMatch(dated -> dated.is("439"))));

  private static boolean pointersHold(Claim claim) {
    int diagnoses = claim.diagnoses().size();
    return claim.lines().stream()
        .flatMap(line -> line.pointers().stream())
        .allMatch(pointer -> pointer >= 1 && pointer <= diagnoses);
  }

  private static boolean numbered(Claim claim) {
    for (int i = 0; i < claim.lines().size(); i++) {
      if (claim.lines().get(i).number() != i + 1) {
        return false;
      }
    }
    return true;
  }

  /** The rules that this claim breaks. */
  public static List<ClaimRule> broken(Claim claim, ClaimKind kind) {
    var broken = new ArrayList<ClaimRule>(0);
    for (var rule : ALL) {
      if (!rule.holds().test(claim, kind)) {
        broken.add(rule);
      }
    }
    return broken;
  }
}
