package dev.liaison.identity.gate;

import dev.liaison.identity.Setup;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever reads the console how to begin, for as long as nobody can log in. */
@Component
class SetupNotice {
  private final Setup setup;
  private final Environment environment;

  SetupNotice(Setup setup, Environment environment) {
    this.setup = setup;
    this.environment = environment;
  }

  // To the console and not to the log: the code is a secret, and logs are kept.
  @EventListener(ApplicationReadyEvent.class)
  @Order
  void print() {
    var port = environment.getProperty("local.server.port");
    if (port != null && setup.isNeeded()) {
      System.out.printf(
          "First start: open http://localhost:%s/setup and enter the code %s%n",
          port, setup.code());
    }
  }
}
