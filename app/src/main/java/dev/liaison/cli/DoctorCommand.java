package dev.liaison.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how things stand, what is wrong and how to mend it. */
@Command(
    name = "doctor",
    description =
        "Shows versions, folders, address and database; what is wrong, and how to mend it.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--demo", description = "Look at the demo's data.")
  private boolean demo;

  @Option(names = "--json", description = "Answer in JSON, for machines.")
  private boolean json;

  @Option(
      names = "--database-url",
      description =
          "Print only the address of the database for psql and kin, as the tables' owner.")
  private boolean databaseUrl;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var chosen = surroundings.choose(demo);
    var examination = new Examination(chosen, surroundings.environment());
    var report = new Report(surroundings.out(), surroundings.err(), json);
    if (databaseUrl) {
      return printUrl(examination);
    }
    var findings = examination.findings();
    var problems = findings.stream().filter(Finding::isProblem).toList();
    for (var finding : findings) {
      report.say(finding.line());
    }
    report.say(
        problems.isEmpty() ? "Nothing is wrong." : "Problems: %d.".formatted(problems.size()));
    var answer = new LinkedHashMap<String, Object>();
    for (var finding : findings) {
      answer.put(finding.name(), finding.value());
    }
    answer.put("problems", problems.stream().map(Finding::complaint).toList());
    report.answer(answer);
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private int printUrl(Examination examination) {
    var url = examination.databaseUrl();
    if (url.isEmpty()) {
      surroundings
          .err()
          .println("The database does not run now; it does while Liaison does (./liaison start).");
      return ExitCode.PROBLEMS;
    }
    surroundings.out().println(url.get());
    return ExitCode.DONE;
  }
}
