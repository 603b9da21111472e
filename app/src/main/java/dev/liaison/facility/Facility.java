package dev.liaison.facility;

import dev.liaison.platform.tenancy.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** The facility, as other modules see it. Lists come in the order of the facility file. */
@Service
public class Facility {
  public List<Location> locations(Actor actor) {
    throw new UnsupportedOperationException("facility: not landed yet");
  }

  public List<Resource> resources(Actor actor) {
    throw new UnsupportedOperationException("facility: not landed yet");
  }

  public List<AppointmentType> appointmentTypes(Actor actor) {
    throw new UnsupportedOperationException("facility: not landed yet");
  }

  /** Sessions of these resources of which a day may lie within the dates, both included. */
  public List<WeeklySession> sessions(
      Actor actor, Collection<ResourceId> resources, LocalDate from, LocalDate until) {
    throw new UnsupportedOperationException("facility: not landed yet");
  }
}
