package dev.liaison.facility;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.FacilityImportOutcome.Imported;
import dev.liaison.facility.FacilityImportOutcome.Refused;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Takes over a facility file, all of it or nothing.
 *
 * <p>Entries are known by their keys: what is new is added, what differs is changed, what the file
 * no longer names stays as it is, since appointments may lean on it. The weekly sessions of a
 * resource that the file gives any are replaced as a whole.
 */
@Service
public class FacilityImport {
  private final FacilityEntries entries;
  private final WeeklySessions weekly;
  private final TakenKeys taken;
  private final Transactions transactions;
  private final Audit audit;

  FacilityImport(
      FacilityEntries entries,
      WeeklySessions weekly,
      TakenKeys taken,
      Transactions transactions,
      Audit audit) {
    this.entries = entries;
    this.weekly = weekly;
    this.taken = taken;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Takes over a file.
   *
   * @throws IOException when the file cannot be read
   */
  public FacilityImportOutcome load(Actor actor, Path file) throws IOException {
    return load(actor, FacilityFileReader.read(Files.readAllBytes(file)));
  }

  /**
   * Takes over a file whose templates are moved by whole weeks, so that the earliest begins in the
   * week of a day. For demonstrations, whose file would otherwise run out.
   */
  public FacilityImportOutcome loadBeginning(Actor actor, byte[] file, LocalDate week) {
    var reading = FacilityFileReader.read(file);
    return load(
        actor, new FacilityFileReader.Reading(reading.file().beginningIn(week), reading.faults()));
  }

  /**
   * The organization that a file names; empty when it names none or has faults.
   *
   * @throws IOException when the file cannot be read
   */
  public Optional<String> organizationNamed(Path file) throws IOException {
    return Optional.of(FacilityFileReader.read(Files.readAllBytes(file)))
        .filter(reading -> reading.faults().isEmpty())
        .map(reading -> reading.file().organization())
        .filter(name -> !name.isEmpty());
  }

  private FacilityImportOutcome load(Actor actor, FacilityFileReader.Reading reading) {
    if (!reading.faults().isEmpty()) {
      return refused(reading.file(), reading.faults());
    }
    return transactions.as(actor, tx -> takeOver(actor, reading.file()));
  }

  private FacilityImportOutcome takeOver(Actor actor, FacilityFile file) {
    var faults = taken.faults(actor.organization(), file);
    if (!faults.isEmpty()) {
      return refused(file, faults);
    }
    var imported = write(actor.organization(), file);
    if (imported > 0) {
      audit.record(actor, AuditEvent.of(Action.UPDATE, "facility").with("imported", imported));
    }
    return new Imported(imported, file.size() - imported);
  }

  private int write(OrganizationId organization, FacilityFile file) {
    return entries.locations(organization, file.locations())
        + entries.resources(organization, file.resources())
        + entries.types(organization, file.types())
        + weekly.write(organization, file);
  }

  private static Refused refused(FacilityFile file, List<FileFault> faults) {
    var ordered = faults.stream().sorted(Comparator.comparingInt(FileFault::line)).toList();
    return new Refused(ordered, Math.max(1, file.size()));
  }
}
