package dev.liaison.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import. The numbers count records, not files; a newer version counts as
 * imported.
 *
 * @param notes what to say beside the numbers: files read, lines and fields that are wrong
 * @param parkedAt where those that could not be read lie, with their reasons
 */
record ImportReport(
    long imported, long unchanged, long parked, List<String> notes, @Nullable Path parkedAt) {
  ImportReport {
    notes = List.copyOf(notes);
  }

  String closingLine() {
    return "imported %d, unchanged %d, parked %d".formatted(imported, unchanged, parked);
  }

  int exitCode() {
    return parked > 0 ? ExitCode.PROBLEMS : ExitCode.DONE;
  }
}
