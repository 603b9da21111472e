package dev.liaison.cli;

import dev.liaison.interop.FhirImport;
import dev.liaison.interop.ImportSummary;
import dev.liaison.interop.Parked;
import dev.liaison.platform.tenancy.Actor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Patients and their past visits from FHIR R4 files. */
@Command(
    name = "fhir",
    description = {
      "Loads FHIR R4 Patient and Encounter from bundles and single resources (.json) or one resource"
          + " a line (.ndjson), each also as .gz; folders with everything below them.",
      "What cannot be read is parked with its reason; --parked lists it."
    },
    mixinStandardHelpOptions = true)
final class ImportFhirCommand extends ImportWork {
  private static final int MOST_LISTED = 10_000;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = FhirImport.UNNAMED_SOURCE,
      description =
          "The system the files come from, the same at each import: with a resource's id it tells"
              + " new from known. Resources with a server's address name it themselves."
              + " (${DEFAULT-VALUE})")
  private String source = FhirImport.UNNAMED_SOURCE;

  @Option(names = "--parked", description = "Read nothing; list what is parked, and why.")
  private boolean listParked;

  ImportFhirCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  boolean readsNothing() {
    return listParked;
  }

  @Override
  int list(ApplicationContext context, @Nullable Actor actor, Report report) {
    if (actor == null) {
      report.say("Nothing was imported yet.");
      report.answer(answer(0, List.of()));
      return ExitCode.DONE;
    }
    var fhir = context.getBean(FhirImport.class);
    var parked = fhir.parked(actor, MOST_LISTED);
    var count = fhir.countParked(actor);
    parked.forEach(each -> report.say(each.line()));
    report.say("parked " + count);
    report.answer(answer(count, parked));
    return ExitCode.DONE;
  }

  private static Map<String, Object> answer(long count, List<Parked> parked) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("parked", count);
    answer.put("entries", parked.stream().map(Entry::of).toList());
    return answer;
  }

  /** What the JSON answer tells of each. */
  record Entry(String file, String entry, String reason) {
    static Entry of(Parked parked) {
      return new Entry(parked.file(), parked.entry(), parked.message());
    }
  }

  @Override
  ImportReport load(ApplicationContext context, Actor actor, List<Path> paths, Report report) {
    if (source.isBlank() || source.length() > FhirImport.LONGEST_SOURCE) {
      throw new WrongUse("The name of a source has 1 to 500 characters.");
    }
    var fhir = context.getBean(FhirImport.class);
    var found = fhir.find(paths);
    try (var progress = report.progress("reading", found.bytes())) {
      var summary = fhir.load(actor, found, source, progress::step);
      return new ImportReport(
          summary.imported(), summary.unchanged(), summary.parked(), notes(summary), null);
    }
  }

  private static List<String> notes(ImportSummary summary) {
    var notes = new ArrayList<String>();
    notes.add(
        "files read %d%s"
            .formatted(
                summary.files(),
                summary.leftOut() == 0
                    ? ""
                    : ", left out %d of other kinds".formatted(summary.leftOut())));
    if (!summary.later().isEmpty()) {
      notes.add(
          "of kinds that come later: "
              + summary.later().entrySet().stream()
                  .map(kind -> kind.getKey() + " " + kind.getValue())
                  .collect(Collectors.joining(", ")));
    }
    summary.parkedOnes().forEach(parked -> notes.add("parked " + parked.line()));
    if (summary.parked() > 0) {
      notes.add("parked ones and their reasons: liaison import fhir --parked");
    }
    return notes;
  }
}
