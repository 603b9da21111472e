package dev.liaison.bench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./liaison bench [NAME…] [--json]}: runs the named benchmarks, or all. Ends with 1 when a
 * target was missed, 2 when a name is not known.
 */
public final class Bench {
  private static final List<Benchmark> ALL =
      List.of(new BookingBenchmark(), new BoardBenchmark(), new StartBenchmark());

  private Bench() {}

  public static void main(String[] args) throws Exception {
    System.exit(run(Arrays.asList(args)));
  }

  private static int run(List<String> args) throws Exception {
    var json = args.contains("--json");
    var names = new LinkedHashSet<>(args);
    names.remove("--json");
    var known = ALL.stream().collect(Collectors.toMap(Benchmark::name, bench -> bench));
    if (names.contains("--help") || !known.keySet().containsAll(names)) {
      System.err.println("Usage: ./liaison bench [NAME…] [--json]");
      System.err.println("Names: " + String.join(", ", ALL.stream().map(Benchmark::name).toList()));
      return names.contains("--help") ? 0 : 2;
    }
    var met = true;
    for (var bench : ALL) {
      if (names.isEmpty() || names.contains(bench.name())) {
        for (var figure : bench.run()) {
          System.out.println(json ? json(figure.fields()) : figure.line());
          met &= figure.met();
        }
      }
    }
    return met ? 0 : 1;
  }

  private static String json(Map<String, ?> fields) {
    return JsonMapper.shared().writeValueAsString(fields);
  }
}
