package dev.liaison.patients;

import dev.liaison.identity.SignedIn;
import java.util.Collection;
import java.util.Map;

/**
 * What one most likely wants of a patient who is found now: check in the one who waits. A module
 * above that knows implements it as a bean; the first that answers for a patient is taken, in the
 * order of {@code @Order}.
 */
public interface LikelyAct {
  /** The act for each of these patients that has one, at the place that this desk looks at. */
  Map<PatientId, Act> of(SignedIn person, Collection<PatientId> patients);

  /**
   * An act, as lists say it.
   *
   * @param state why it is likely, short: {@code Here since 9:53am}, {@code Expected 10:40am}
   * @param words the verb and its object: {@code Check in}
   * @param path where it is done: {@code /visits/…/check-in}
   */
  record Act(String state, String words, String path) {}
}
