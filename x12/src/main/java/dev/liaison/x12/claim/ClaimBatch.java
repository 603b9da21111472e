package dev.liaison.x12.claim;

import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Party;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One 837 set.
 *
 * @param reference BHT03
 * @param purpose BHT02: 00 original, 18 sent again
 * @param type BHT06: CH claims, RP encounters, 31 subrogation
 * @param submitter loop 1000A
 * @param contacts its PER, as means and number: {@code TE 3055552222}
 * @param receiver loop 1000B
 */
public record ClaimBatch(
    ClaimKind kind,
    String reference,
    Code purpose,
    @Nullable LocalDateTime at,
    Code type,
    Party submitter,
    String contactName,
    List<String> contacts,
    Party receiver,
    List<Claim> claims) {
  public ClaimBatch {
    contacts = List.copyOf(contacts);
    claims = List.copyOf(claims);
  }
}
