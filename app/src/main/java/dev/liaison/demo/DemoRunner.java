package dev.liaison.demo;

import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Seeds at the start: today before the desk is ready, the coming weeks beside it. Prints who can
 * log in.
 */
@Component
@Profile("demo")
class DemoRunner implements ApplicationRunner, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DemoRunner.class);
  private static final String ORGANIZATION = "Juniper Flats";
  private static final PrintStream OUT = System.out;

  private final DemoSeed seed;
  private volatile boolean stopped;
  private Thread weeks = Thread.ofVirtual().unstarted(() -> {});

  DemoRunner(DemoSeed seed) {
    this.seed = seed;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var staff = seed.makeToday(ORGANIZATION);
    for (var user : DemoUser.values()) {
      OUT.println(user.printed());
    }
    weeks = Thread.ofVirtual().name("demo-weeks").start(() -> makeWeeks(staff));
  }

  private void makeWeeks(DemoStaff staff) {
    try {
      seed.makeWeeks(staff, () -> !stopped);
    } catch (RuntimeException e) {
      if (!stopped) {
        log.atWarn().setCause(e).log("The demo's coming weeks could not be filled");
      }
    }
  }

  /** The day that is being filled is finished first; the next start goes on with the one after. */
  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    weeks.join(5_000);
  }
}
