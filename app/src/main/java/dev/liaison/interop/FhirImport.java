package dev.liaison.interop;

import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.patients.Patients;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;

/**
 * Reads FHIR R4 from files: Patient and Encounter, in bundles or one a line. May be repeated: what
 * is the same stays, what is newer replaces; one that was stopped goes on by being started again.
 */
@Service
public class FhirImport {
  /** Of everything that has no server's address in it. */
  public static final String UNNAMED_SOURCE = "fhir";

  /** What names a source has so many characters at most, so that keys can hold it. */
  public static final int LONGEST_SOURCE = References.LONGEST_SOURCE;

  /** A longer one is read like a document: its parts one by one. */
  private static final int LONG_LINE = 1 << 20;

  private static final int PARKED_SHOWN = 20;

  private final Patients patients;
  private final ArrivalsHistory history;
  private final ParkedRows parked;
  private final Transactions transactions;
  private final Clock clock;

  FhirImport(
      Patients patients,
      ArrivalsHistory history,
      ParkedRows parked,
      Transactions transactions,
      Clock clock) {
    this.patients = patients;
    this.history = history;
    this.parked = parked;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The files under these paths, and how many of a folder are of no kind to read. */
  public record Found(List<Path> files, long leftOut, long bytes) {
    public Found {
      files = List.copyOf(files);
    }
  }

  /**
   * Files as they are, folders with everything below. Files named after patients come first, so
   * that few encounters wait for theirs.
   */
  public Found find(List<Path> paths) {
    var files = new ArrayList<Path>();
    var leftOut = 0L;
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (var walk = Files.walk(path)) {
        var all = walk.filter(Files::isRegularFile).sorted().toList();
        var ours = all.stream().filter(file -> new ImportFile(file).isOfKnownKind()).toList();
        files.addAll(ours);
        leftOut += all.size() - ours.size();
      } catch (IOException e) {
        throw new UncheckedIOException("The folder " + path + " could not be listed", e);
      }
    }
    var ordered =
        files.stream()
            .distinct()
            .sorted(Comparator.comparing((Path file) -> !isOfPatients(file)))
            .toList();
    var bytes = ordered.stream().mapToLong(file -> new ImportFile(file).size()).sum();
    return new Found(ordered, leftOut, bytes);
  }

  private static boolean isOfPatients(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains("patient");
  }

  /**
   * Imports the files into the actor's organization.
   *
   * @param source the system that resources without a server's address come from
   * @param progress is told how many more bytes of the files are done
   */
  public ImportSummary load(Actor actor, Found found, String source, LongConsumer progress) {
    var run = new ImportRun(actor, patients, history, parked, transactions, clock.instant());
    for (var path : found.files()) {
      var file = new ImportFile(path);
      read(run, file, source, progress);
      run.close(file.name());
    }
    run.takeUpWaiting();
    return run.summary(found.files().size(), found.leftOut(), PARKED_SHOWN);
  }

  /** What waits to be read, the latest first. */
  public List<Parked> parked(Actor actor, int limit) {
    return transactions.reading(actor, () -> parked.list(actor.organization(), limit));
  }

  public long countParked(Actor actor) {
    return transactions.reading(actor, () -> parked.count(actor.organization()));
  }

  private static void read(ImportRun run, ImportFile file, String source, LongConsumer progress) {
    try {
      if (file.isLines()) {
        readLines(run, file, source, progress);
      } else {
        readDocument(run, file, source, progress);
      }
    } catch (Unreadable e) {
      run.park(new Place(file.name(), "", source), (byte[]) null, e);
    } catch (IOException e) {
      run.park(
          new Place(file.name(), "", source),
          (byte[]) null,
          new Unreadable(
              ParkReason.UNREADABLE, "It breaks off or is damaged: " + e.getMessage() + "."));
    }
  }

  private static void readLines(
      ImportRun run, ImportFile file, String source, LongConsumer progress) throws IOException {
    try (var in = file.open(progress)) {
      var lines = new LineReader(in);
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          readLine(run, new Place(file.name(), "line " + line.number(), source), line);
        }
      }
    }
  }

  private static void readLine(ImportRun run, Place place, LineReader.Line line) {
    var content = line.content();
    try {
      if (content == null) {
        throw new Unreadable(ParkReason.TOO_LARGE, "The line is longer than 64 MiB.");
      }
      var references = new References(place.source());
      if (content.length > LONG_LINE) {
        readParts(
            run, place, references, progress -> new ByteArrayInputStream(content), bytes -> {});
        return;
      }
      var json = FhirJson.resource(content);
      if (json.path("resourceType").asString("").equals("Bundle")) {
        FhirJson.entries(json, entry -> take(run, place, entry, references));
        run.flush();
      } else {
        run.take(place, null, json, references, content.length);
      }
    } catch (Unreadable e) {
      run.park(place, content, e);
    } catch (IOException e) {
      throw new UncheckedIOException("A line in memory could not be read", e);
    }
  }

  private static void readDocument(
      ImportRun run, ImportFile file, String source, LongConsumer progress) throws IOException {
    readParts(
        run, new Place(file.name(), "", source), new References(source), file::open, progress);
  }

  /** Opens a document once more; the consumer is told how many more bytes are read. */
  private interface Opening {
    InputStream open(LongConsumer progress) throws IOException;
  }

  /**
   * Read twice: first to its end, so that nothing is taken of a document that is broken anywhere,
   * and nothing comes into memory that is too large for it.
   */
  private static void readParts(
      ImportRun run, Place place, References references, Opening document, LongConsumer progress)
      throws IOException {
    FhirJson.Checked checked;
    try (var in = document.open(bytes -> {})) {
      checked = FhirJson.check(in);
    }
    try (var in = document.open(progress)) {
      switch (checked.type()) {
        case "Bundle" -> {
          FhirJson.entries(in, checked.tooLarge(), entry -> take(run, place, entry, references));
          checked.tooLarge().stream()
              .sorted()
              .forEach(number -> run.park(place.entry(number), (byte[]) null, tooLarge()));
          run.flush();
        }
        case "Patient", "Encounter" -> {
          if (checked.bytes() > FhirJson.LARGEST) {
            throw tooLarge();
          }
          var json = FhirJson.resource(in.readAllBytes());
          run.take(place, null, json, references, checked.bytes());
        }
        default -> run.later(checked.type());
      }
    }
  }

  private static Unreadable tooLarge() {
    return new Unreadable(ParkReason.TOO_LARGE, "The resource is longer than 16 MiB.");
  }

  private static void take(
      ImportRun run, Place place, FhirJson.Entry entry, References references) {
    if (entry.resource() != null) {
      run.take(
          place.entry(entry.number()),
          entry.fullUrl(),
          entry.resource(),
          references,
          entry.bytes());
    }
  }
}
