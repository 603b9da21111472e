package dev.liaison.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads data; what kind is the next word. */
@Command(
    name = "import",
    description = "Loads data; may be repeated, what is there already is left as it is.",
    subcommands = {ImportFacilityCommand.class, ImportFhirCommand.class},
    mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Say what kind of data to import.");
    }
  }
}
