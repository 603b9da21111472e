package dev.liaison.x12.codes;

/** The lists that healthcare sets refer to. Their texts belong to others; here are only names. */
public enum CodeList {
  /** Claim adjustment reasons, CARC. */
  ADJUSTMENT_REASON,
  /** Remittance advice remarks, RARC. */
  REMARK,
  CLAIM_STATUS_CATEGORY,
  CLAIM_STATUS,
  SERVICE_TYPE,
  PLACE_OF_SERVICE,
  /** ICD-10-CM. */
  DIAGNOSIS,
  /** HCPCS level II; CPT and CDT come with the operator's licence. */
  PROCEDURE,
  REVENUE,
  DIAGNOSIS_RELATED_GROUP,
  DISCHARGE_STATUS,
  CONDITION,
  /** NUCC provider taxonomy. */
  TAXONOMY,
  /** National provider identifiers, by their check digit where there is no list. */
  NPI
}
