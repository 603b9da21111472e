package dev.liaison.bench;

import java.util.List;

/** Something worth measuring. */
interface Benchmark {
  /** What a person types to run it alone. */
  String name();

  /** Runs it and its baseline, interleaved; progress goes to standard error. */
  List<Figure> run() throws Exception;
}
