package dev.liaison.scheduling.desk;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.Opening;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the facility's identifiers are called. */
record Names(List<AppointmentType> types, List<Resource> resources, List<Location> locations) {
  static Names of(Facility facility, Actor actor) {
    return new Names(
        facility.appointmentTypes(actor), facility.resources(actor), facility.locations(actor));
  }

  AppointmentType type(AppointmentTypeId id) {
    return one(types, AppointmentType::id, id);
  }

  Location location(LocationId id) {
    return one(locations, Location::id, id);
  }

  /** Empty where nobody here knows the place. */
  Optional<ZoneId> zone(LocationId id) {
    return locations.stream().filter(one -> one.id().equals(id)).findFirst().map(Location::zone);
  }

  Resource resource(ResourceId id) {
    return one(resources, Resource::id, id);
  }

  Map<ResourceId, Resource> byId() {
    return resources.stream().collect(Collectors.toMap(Resource::id, Function.identity()));
  }

  /** Whom the patient would see; where it is nobody, the device. */
  String whom(Opening opening) {
    return whom(opening.practitioner(), opening);
  }

  private String whom(@Nullable ResourceId practitioner, Opening opening) {
    return practitioner != null
        ? resource(practitioner).name()
        : resource(opening.claims().getFirst().resource()).name();
  }

  private static <T, I> T one(List<T> all, Function<T, I> id, I wanted) {
    return all.stream()
        .filter(one -> Objects.equals(id.apply(one), wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The facility does not know " + wanted));
  }
}
