package dev.liaison.schema;

import java.util.Map;

/** The tables of the schema, and the few that are not one organization's, each with its reason. */
final class Catalogue {
  /** Tables whose keys do not begin with the organization. */
  static final Map<String, String> NOT_OF_AN_ORGANIZATION =
      Map.of(
          "organization", "the directory itself: a job must find whom to work for",
          "login", "a person, who may belong to several organizations",
          "login_session", "a person's, before an organization is chosen",
          "scheduled_tasks", "the job library's: identifiers only, written after commit",
          "flyway_schema_history", "the migration library's: which migrations have run");

  /** Tables whose keys begin with the organization, but that no policy walls. */
  static final Map<String, String> WITHOUT_POLICY =
      Map.of("event_publication", "the event registry reads it outside of any organization");

  private Catalogue() {}

  static boolean isWalled(String table) {
    return isOfAnOrganization(table) && !WITHOUT_POLICY.containsKey(table);
  }

  static boolean isOfAnOrganization(String table) {
    return !NOT_OF_AN_ORGANIZATION.containsKey(table);
  }
}
