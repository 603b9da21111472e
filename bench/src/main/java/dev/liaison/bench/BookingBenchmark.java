package dev.liaison.bench;

import dev.liaison.platform.Ids;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.Scheduling;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * How many appointments eight desks book in a second, beside what plain JDBC can write of the same
 * rows: appointment, claims, audit and event, one durable transaction each, over the same pool.
 */
final class BookingBenchmark implements Benchmark {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 3;
  private static final int BOOKINGS_A_ROUND = Integer.getInteger("liaison.bench.bookings", 1_600);
  private static final int PHYSICIANS = 16;
  private static final Duration VISIT = Duration.ofMinutes(15);

  /** Free times, handed out one by one so that no two bookings want the same. */
  private final AtomicInteger next = new AtomicInteger();

  @Override
  public String name() {
    return "booking";
  }

  @Override
  public List<Figure> run() throws Exception {
    try (var desk = BenchDesk.open(PHYSICIANS, 400, Map.of("liaison.database.pool", 16))) {
      next.set(0);
      var scheduling = desk.bean(Scheduling.class);
      var events = rowsOfOneBooking(desk, scheduling, "event_publication");
      var plain = new PlainBooking(desk, desk.bean(DataSource.class), events);
      var statements = desk.statements.during(() -> book(desk, scheduling));
      System.err.printf("booking: %d statements, %d event rows a booking%n", statements, events);

      book(desk, scheduling, BOOKINGS_A_ROUND / 2);
      write(plain, BOOKINGS_A_ROUND / 2);
      var ours = new ArrayList<Double>();
      var theirs = new ArrayList<Double>();
      for (var round = 1; round <= ROUNDS; round++) {
        ours.add(book(desk, scheduling, BOOKINGS_A_ROUND));
        theirs.add(write(plain, BOOKINGS_A_ROUND));
        System.err.printf(
            "booking: round %d of %d: %.0f/s, plain JDBC %.0f/s%n",
            round, ROUNDS, ours.getLast(), theirs.getLast());
      }
      return List.of(
          Figure.of("booking.rate", median(ours), "/s")
              .against(median(theirs))
              .aiming(Figure.Target.atLeastOfBaseline(0.5)),
          Figure.of("booking.statements", statements, "a booking"));
    }
  }

  private long rowsOfOneBooking(BenchDesk desk, Scheduling scheduling, String table)
      throws Exception {
    var before = desk.countOf(table);
    book(desk, scheduling);
    return desk.countOf(table) - before;
  }

  private double book(BenchDesk desk, Scheduling scheduling, int times) throws Exception {
    return rate(times, () -> book(desk, scheduling));
  }

  private Void book(BenchDesk desk, Scheduling scheduling) {
    var slot = next();
    var outcome =
        scheduling.book(
            desk.actor,
            new BookingRequest(
                Ids.next(),
                desk.patients.get(slot.number() % desk.patients.size()),
                desk.type,
                desk.clinic,
                desk.physicians.get(slot.physician()),
                slot.during().start(),
                BookingRequest.Why.through("phone"),
                null));
    if (!(outcome instanceof BookingOutcome.Booked)) {
      throw new IllegalStateException("A free time was refused: " + outcome);
    }
    return null;
  }

  private double write(PlainBooking plain, int times) throws Exception {
    return rate(times, () -> plain.write(next()));
  }

  private static double rate(int times, Callable<Void> act) throws Exception {
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var begun = System.nanoTime();
      var running = new ArrayList<java.util.concurrent.Future<?>>();
      for (var client = 0; client < CLIENTS; client++) {
        running.add(
            clients.submit(() -> {
              for (var n = 0; n < times / CLIENTS; n++) {
                act.call();
              }
              return null;
            }));
      }
      for (var client : running) {
        client.get();
      }
      return times / ((System.nanoTime() - begun) / 1e9);
    }
  }

  /** A time that nobody else of this run asks for. */
  record Slot(int number, int physician, Interval during) {}

  // A patient comes again only after 400 others, so never twice at one time: 16 at once.
  private Slot next() {
    var number = next.getAndIncrement();
    var step = number / PHYSICIANS;
    var day = 2 + step / 88;
    var start =
        LocalDate.now(BenchDesk.ZONE)
            .plusDays(day)
            .atTime(1, 0)
            .atZone(BenchDesk.ZONE)
            .toInstant()
            .plus(VISIT.multipliedBy(step % 88));
    return new Slot(number, number % PHYSICIANS, Interval.of(start, VISIT));
  }

  private static double median(List<Double> values) {
    return Samples.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
