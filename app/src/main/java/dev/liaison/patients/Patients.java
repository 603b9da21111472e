package dev.liaison.patients;

import dev.liaison.platform.tenancy.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The patients, as other modules see them. Callers audit what they show. */
@Service
public class Patients {
  public Optional<PatientSummary> find(Actor actor, PatientId patient) {
    throw new UnsupportedOperationException("patients: not landed yet");
  }

  public Map<PatientId, PatientSummary> summaries(Actor actor, Collection<PatientId> patients) {
    throw new UnsupportedOperationException("patients: not landed yet");
  }

  /** By words of the name in any order, birth date, phone or record number; best first. */
  public List<PatientSummary> search(Actor actor, String text, int limit) {
    throw new UnsupportedOperationException("patients: not landed yet");
  }
}
