package dev.liaison.x12.cli;

import dev.liaison.x12.Copy;
import dev.liaison.x12.FileCheck;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.ack.Answers;
import dev.liaison.x12.codes.CodeFolder;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code edi show|check|copy FILE}. Ends with 0 when the file is sound (warnings allowed), 1 when
 * it is not, 2 when the command or the file cannot be used.
 */
public final class Edi {
  private static final String USAGE =
      """
      Usage: liaison edi show FILE
             liaison edi check [--json] [--999[=OUT]] [--ta1[=OUT]] [--codes=FOLDER] FILE
             liaison edi copy FILE

      show   prints the file as a person reads it, errors in place
      check  lists what is wrong; --json as one object; --999 and --ta1 write the acknowledgment,
             to OUT or, instead of the list, to standard output; --codes looks codes up in the
             lists of a folder, and warns of those that they do not have
      copy   writes a sound file to standard output again

      Ends with 0 when the file is sound, 1 when it is not, 2 when it cannot be read.
      """;

  // More are counted, not kept: a file of rubble must not fill the memory.
  private static final int MOST = 10_000;

  private final PrintStream out;
  private final PrintStream err;

  Edi(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    var out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(java.io.FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    int status = new Edi(out, System.err).run(List.of(arguments));
    out.flush();
    System.exit(status);
  }

  int run(List<String> arguments) {
    var options = new ArrayList<String>();
    var words = new ArrayList<String>();
    for (var argument : arguments) {
      (argument.startsWith("--") ? options : words).add(argument);
    }
    if (words.size() != 2 || !known(words.getFirst(), options)) {
      err.print(USAGE);
      return 2;
    }
    var file = Path.of(words.get(1));
    try {
      return switch (words.getFirst()) {
        case "show" -> show(file);
        case "check" -> check(file, options);
        default -> copy(file);
      };
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      err.println("Cannot read or write: " + unreadable.getMessage());
      return 2;
    }
  }

  private static boolean known(String command, List<String> options) {
    return switch (command) {
      case "show", "copy" -> options.isEmpty();
      case "check" ->
          options.stream()
              .allMatch(option -> option.matches("--json|--(999|ta1)(=.+)?|--codes=.+"));
      default -> false;
    };
  }

  private int show(Path file) throws IOException {
    return new Show(out).show(open(file)) ? 0 : 1;
  }

  private int check(Path file, List<String> options) throws IOException {
    var errors = new ArrayList<X12Error>();
    var more = new int[1];
    Consumer<X12Error> keep =
        error -> {
          if (errors.size() < MOST) {
            errors.add(error);
          } else {
            more[0]++;
          }
        };
    var folder =
        options.stream().filter(option -> option.startsWith("--codes=")).findFirst().orElse("");
    var result =
        folder.isEmpty()
            ? FileCheck.check(open(file), keep)
            : FileCheck.check(open(file), new CodeFolder(Path.of(folder.substring(8))), keep);
    boolean list = true;
    var now = LocalDateTime.now();
    for (var option : options) {
      if (option.startsWith("--999")) {
        list &= option.contains("=");
        try (var answer = answer(option)) {
          Answers.write999(result.answers(), now, answer);
        }
      } else if (option.startsWith("--ta1")) {
        list &= option.contains("=");
        try (var answer = answer(option)) {
          Answers.writeTa1(result.answers(), now, answer);
        }
      }
    }
    if (options.contains("--json")) {
      out.println(Json.of(file.toString(), result.sound(), errors, more[0]));
    } else if (list) {
      errors.forEach(error -> out.println((error.warning() ? "warning: " : "error: ") + error));
      if (more[0] > 0) {
        out.println("… and " + more[0] + " more.");
      }
      out.println(result.sound() ? "Sound." : "Not sound.");
    }
    return result.sound() ? 0 : 1;
  }

  private OutputStream answer(String option) throws IOException {
    int equals = option.indexOf('=');
    if (equals > 0) {
      return Files.newOutputStream(Path.of(option.substring(equals + 1)));
    }
    return new java.io.FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) {
        Edi.this.out.write(bytes, from, length);
      }

      @Override
      public void close() {
        Edi.this.out.flush();
      }
    };
  }

  /** A copy of what is not sound would repeat the fault under our name, so it is refused whole. */
  private int copy(Path file) throws IOException {
    var errors = new ArrayList<X12Error>();
    try (var reader = dev.liaison.x12.X12Reader.of(open(file), errors::add)) {
      while (reader.next() != dev.liaison.x12.X12Reader.Event.END) {
        // the envelopes' errors are what counts
      }
    }
    errors.removeIf(X12Error::warning);
    if (!errors.isEmpty()) {
      errors.forEach(err::println);
      return 1;
    }
    Copy.copy(open(file), out);
    return 0;
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file);
  }
}
