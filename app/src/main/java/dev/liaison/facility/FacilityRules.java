package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.At;
import dev.liaison.facility.FacilityFile.LocationEntry;
import dev.liaison.facility.FacilityFile.NeedEntry;
import dev.liaison.facility.FacilityFile.ResourceEntry;
import dev.liaison.facility.FacilityFile.SessionEntry;
import dev.liaison.facility.FacilityFile.TypeEntry;
import dev.liaison.facility.Resource.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold between the entries of a facility file. */
final class FacilityRules {
  private final FacilityFile file;
  private final List<FileFault> faults = new ArrayList<>();
  private final Set<String> locations;
  private final Map<String, ResourceEntry> resources;
  private final Set<String> types;

  private FacilityRules(FacilityFile file) {
    this.file = file;
    this.locations = keys(file.locations(), LocationEntry::key);
    this.types = keys(file.types(), TypeEntry::key);
    this.resources =
        file.resources().stream()
            .collect(Collectors.toMap(ResourceEntry::key, r -> r, (first, second) -> first));
  }

  static List<FileFault> judge(FacilityFile file) {
    var rules = new FacilityRules(file);
    rules.nothingTwice();
    rules.thingsStandSomewhere();
    rules.needsCanBeMet();
    rules.sessionsNameWhatIsThere();
    rules.sessionsNeverOverlap();
    return rules.faults;
  }

  private void nothingTwice() {
    once(file.locations(), "key", LocationEntry::at, LocationEntry::key);
    once(file.resources(), "key", ResourceEntry::at, ResourceEntry::key);
    once(file.resources(), "npi", ResourceEntry::at, FacilityRules::npi);
    once(file.types(), "key", TypeEntry::at, TypeEntry::key);
    once(file.types(), "code", TypeEntry::at, TypeEntry::code);
  }

  private <T> void once(
      List<T> entries, String name, Function<T, At> at, Function<T, @Nullable String> value) {
    var first = new HashMap<String, At>();
    for (var entry : entries) {
      var found = value.apply(entry);
      if (found == null || found.isEmpty()) {
        continue;
      }
      var before = first.putIfAbsent(found, at.apply(entry));
      if (before != null) {
        faults.add(
            at.apply(entry).fault(name, found + " stands already in line " + before.line() + "."));
      }
    }
  }

  static @Nullable String npi(ResourceEntry resource) {
    return resource.person() == null ? null : resource.person().npi();
  }

  private void thingsStandSomewhere() {
    for (var resource : file.resources()) {
      if (resource.location() != null) {
        known(resource.at(), "location", resource.location(), locations, "location");
      }
    }
  }

  /** At one location at least, everything that a type takes at once can be had. */
  private void needsCanBeMet() {
    var kinds = file.resources().stream().map(ResourceEntry::kind).collect(Collectors.toSet());
    for (var type : file.types()) {
      for (var need : type.needs()) {
        if (!need.kind().isEmpty() && !kinds.contains(need.kind())) {
          faults.add(need.at().fault("kind", "No resource of this file is a " + need.kind() + "."));
        }
      }
      var needed = type.needs().stream().map(NeedEntry::kind).collect(Collectors.toSet());
      if (kinds.containsAll(needed)
          && locations.stream().noneMatch(place -> meets(place, needed))) {
        faults.add(
            type.at()
                .fault(
                    "needs",
                    "No location has all of " + String.join(", ", new TreeSet<>(needed)) + "."));
      }
    }
  }

  private boolean meets(String place, Set<String> needed) {
    var there =
        file.resources().stream()
            .filter(r -> r.category() == Category.PRACTITIONER || place.equals(r.location()))
            .map(ResourceEntry::kind)
            .collect(Collectors.toSet());
    return there.containsAll(needed);
  }

  private void sessionsNameWhatIsThere() {
    var told = new HashSet<FileFault>();
    for (var session : file.sessions()) {
      var before = faults.size();
      known(session.at(), "location", session.location(), locations, "location");
      known(session.at(), "resources", session.resource(), resources.keySet(), "resource");
      session
          .types()
          .forEach(type -> known(session.at(), "types", type, types, "appointment type"));
      standsThere(session);
      var found = faults.subList(before, faults.size());
      found.removeIf(fault -> !told.add(fault));
    }
  }

  private void standsThere(SessionEntry session) {
    var resource = resources.get(session.resource());
    if (resource != null
        && resource.location() != null
        && locations.contains(session.location())
        && !resource.location().equals(session.location())) {
      faults.add(
          session
              .at()
              .fault(
                  "location",
                  session.resource()
                      + " stands at "
                      + resource.location()
                      + ", not at "
                      + session.location()
                      + "."));
    }
  }

  private void known(At at, String name, String found, Set<String> known, String what) {
    if (!found.isEmpty() && !known.contains(found)) {
      faults.add(
          at.fault(
              name,
              "No "
                  + what
                  + " of this file has the key "
                  + found
                  + Nearest.to(found, known)
                  + "."));
    }
  }

  private void sessionsNeverOverlap() {
    var told = new HashSet<FileFault>();
    file.sessions().stream()
        .collect(Collectors.groupingBy(s -> s.resource() + " " + s.day()))
        .values()
        .forEach(ofOneDay -> told.addAll(overlaps(ofOneDay)));
    told.stream()
        .sorted(Comparator.comparing(FileFault::line).thenComparing(FileFault::says))
        .forEach(faults::add);
  }

  private static List<FileFault> overlaps(List<SessionEntry> ofOneDay) {
    var found = new ArrayList<FileFault>();
    for (var i = 0; i < ofOneDay.size(); i++) {
      for (var j = 0; j < i; j++) {
        var session = ofOneDay.get(i);
        var other = ofOneDay.get(j);
        if (session.overlaps(other)) {
          found.add(
              session
                  .at()
                  .fault(
                      session.resource()
                          + " works already at that time, by line "
                          + other.at().line()
                          + "."));
        }
      }
    }
    return found;
  }

  private static <T> Set<String> keys(List<T> entries, Function<T, String> key) {
    return entries.stream().map(key).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
