package dev.liaison.x12.types;

/**
 * A person or an organization, as NM1 or N1 names it.
 *
 * @param role NM101: 85 billing provider, IL insured, QC patient, PR payer and so on
 * @param person NM102 is 1
 * @param name the last name of a person, the whole name of an organization
 * @param qualifier what kind of identifier: XX NPI, MI member, PI payer
 */
public record Party(
    Code role,
    boolean person,
    String name,
    String first,
    String middle,
    String suffix,
    Code qualifier,
    String id) {
  public static final Party NONE = new Party(Code.NONE, false, "", "", "", "", Code.NONE, "");

  public static Party person(String role, String last, String first, String qualifier, String id) {
    return new Party(Code.of(role), true, last, first, "", "", Code.of(qualifier), id);
  }

  public static Party organization(String role, String name, String qualifier, String id) {
    return new Party(Code.of(role), false, name, "", "", "", Code.of(qualifier), id);
  }

  public boolean isPresent() {
    return role.isPresent();
  }

  /** Role and kind of identifier only: names belong into no log. */
  @Override
  public String toString() {
    return "Party[role=" + role + ", qualifier=" + qualifier + "]";
  }
}
