package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import dev.liaison.platform.database.DatabaseLost;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads a command line and runs its command. */
@Command(
    name = "liaison",
    description = "The patient services coordinator's desk.",
    subcommands = {
      StartCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      DoctorCommand.class,
      TrainCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class CommandLineTool implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /**
   * Runs what the arguments say in this process.
   *
   * @param application the class that a Spring context begins with
   * @return the exit code; a command that serves returns when it is stopped
   */
  public static int run(Class<?> application, String[] arguments) {
    return run(new Surroundings(application, System.getenv(), System.out, System.err), arguments);
  }

  static int run(Surroundings surroundings, String... arguments) {
    var tool = new CommandLine(CommandLineTool.class, factory(surroundings));
    return configured(tool, surroundings).execute(arguments);
  }

  static CommandLine configured(CommandLine tool, Surroundings surroundings) {
    return tool.setOut(writer(surroundings.out()))
        .setErr(writer(surroundings.err()))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(CommandLineTool::wrongUse)
        .setExecutionExceptionHandler((fault, command, _) -> failed(fault, command));
  }

  /** Without a word there is nothing to do but to say which words there are. */
  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do.");
    }
  }

  private static int wrongUse(CommandLine.ParameterException fault, String[] arguments) {
    var command = fault.getCommandLine();
    command.getErr().println(fault.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
    command.getErr().println();
    command.getErr().print(command.getUsageMessage());
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  private static int failed(Exception fault, CommandLine command) {
    var plain = CannotStart.within(fault);
    if (plain != null) {
      command.getErr().println(Report.plain(String.valueOf(plain.getMessage())));
      command.getErr().flush();
      return ExitCode.PROBLEMS;
    }
    if (DatabaseLost.within(fault)) {
      command
          .getErr()
          .println(
              "The database went away or has no room left, so the work stopped in the middle. What was"
                  + " written until then is kept. Ask liaison doctor what is wrong, then start the"
                  + " same command again.");
      command.getErr().flush();
      return ExitCode.PROBLEMS;
    }
    if (fault instanceof WrongUse || fault instanceof StartFailed) {
      command.getErr().println(Report.plain(String.valueOf(fault.getMessage())));
      command.getErr().flush();
      return fault instanceof WrongUse ? ExitCode.USAGE : ExitCode.FAULT;
    }
    command
        .getErr()
        .println("A fault in Liaison stopped this command. Please report what follows.");
    fault.printStackTrace(command.getErr());
    command.getErr().flush();
    return ExitCode.FAULT;
  }

  /** Gives the surroundings to each command that asks for them in its constructor. */
  private static IFactory factory(Surroundings surroundings) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == Surroundings.class) {
            return type.cast(constructor.newInstance(surroundings));
          }
        }
        return CommandLine.defaultFactory().create(type);
      }
    };
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
