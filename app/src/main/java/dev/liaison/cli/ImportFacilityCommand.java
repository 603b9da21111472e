package dev.liaison.cli;

import dev.liaison.facility.FacilityImport;
import dev.liaison.facility.FacilityImportOutcome.Imported;
import dev.liaison.facility.FacilityImportOutcome.Refused;
import dev.liaison.platform.tenancy.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/** Loads facility files, each whole or not at all. */
@Command(
    name = "facility",
    description = "Loads what a facility is: places, people, rooms, devices, visits, hours.",
    mixinStandardHelpOptions = true)
final class ImportFacilityCommand extends ImportWork {
  ImportFacilityCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Optional<String> organizationNamed(ApplicationContext context, List<Path> paths)
      throws IOException {
    for (var path : paths) {
      if (Files.isDirectory(path)) {
        throw new WrongUse("%s is a folder; name the facility file itself.".formatted(path));
      }
    }
    return context.getBean(FacilityImport.class).organizationNamed(paths.getFirst());
  }

  @Override
  ImportReport load(ApplicationContext context, Actor actor, List<Path> paths, Report report)
      throws IOException {
    var facility = context.getBean(FacilityImport.class);
    var imported = 0;
    var unchanged = 0;
    var parked = 0;
    var notes = new ArrayList<String>();
    for (var path : paths) {
      switch (facility.load(actor, path)) {
        case Imported done -> {
          imported += done.imported();
          unchanged += done.unchanged();
        }
        case Refused refused -> {
          parked += refused.parked();
          refused.faults().forEach(fault -> notes.add(path + ": " + fault));
          notes.add(path + ": nothing of it was loaded; mend it and load it again.");
        }
      }
    }
    return new ImportReport(imported, unchanged, parked, notes, null);
  }
}
