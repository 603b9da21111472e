package dev.liaison.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Runs things at the same moment, each on its own thread, and gives their answers in order. */
public final class Together {
  private Together() {}

  @SafeVarargs
  public static <T> List<T> run(Callable<? extends T>... acts) {
    return run(List.of(acts));
  }

  public static <T> List<T> run(int times, Callable<? extends T> act) {
    return run(IntStream.range(0, times).<Callable<? extends T>>mapToObj(n -> act).toList());
  }

  public static <T> List<T> run(List<? extends Callable<? extends T>> acts) {
    var start = new CyclicBarrier(acts.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          acts.stream()
              .map(act ->
                  threads.submit(() -> {
                    start.await();
                    return act.call();
                  }))
              .toList();
      var answers = new ArrayList<T>();
      for (var future : running) {
        answers.add(future.get());
      }
      return answers;
    } catch (Exception e) {
      throw new AssertionError("One of those run together failed", e);
    }
  }
}
