package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import dev.liaison.platform.database.DatabaseSource;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.PrivateFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The desk as a serving process: the database first, beside it Spring, then "ready". */
final class Desk {
  private final Surroundings surroundings;
  private final LiaisonHome home;
  private final DeskAddress address;
  private final boolean demo;

  Desk(Surroundings surroundings, LiaisonHome home, DeskAddress address, boolean demo) {
    this.surroundings = surroundings;
    this.home = home;
    this.address = address;
    this.demo = demo;
  }

  /** The running desk and the address of its pages. */
  record Running(ConfigurableApplicationContext context, String url) {}

  /** Starts everything; a stop of the process, by Ctrl-C or a signal, stops everything. */
  Running serve() {
    return start(true);
  }

  /** Like {@link #serve}, for a run that this program itself ends. */
  Running rehearse() {
    return start(false);
  }

  private Running start(boolean endsWell) {
    var environment = demo ? Map.<String, String>of() : surroundings.environment();
    var source = DatabaseSource.starting(home, () -> DatabaseSource.start(home, environment));
    var ready = new AtomicBoolean();
    // Registered before Spring's own: it runs after the contexts are closed. The other way round
    // the
    // pool would wait half a minute for a database that is gone.
    SpringApplication.getShutdownHandlers().add(() -> stop(source, ready.get() && endsWell));
    try {
      PrivateFiles.createFolder(home.logs());
      var context = application(source).run(settings().toArray(String[]::new));
      var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      RunningDesk.write(home, address.url(port));
      ready.set(true);
      return new Running(context, address.url(port));
    } catch (RuntimeException e) {
      throw plainly(e);
    }
  }

  private SpringApplication application(DatabaseSource source) {
    var application = new SpringApplication(surroundings.application());
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(source.initializer());
    if (demo) {
      application.setAdditionalProfiles("demo");
    }
    return application;
  }

  private List<String> settings() {
    var settings = new ArrayList<String>();
    settings.add("--server.address=" + address.address().getHostAddress());
    settings.add("--server.port=" + address.port());
    settings.add("--liaison.known-hosts=" + String.join(",", address.bind(), address.hosts()));
    settings.addAll(address.proxySettings());
    settings.add("--logging.file.name=" + home.logs().resolve("liaison.log"));
    settings.add("--logging.threshold.console=warn");
    settings.add("--logging.level.org.flywaydb=error");
    // A start that fails for a plain reason says the reason, and nothing around it.
    settings.add("--logging.level.org.springframework.boot.web.server.servlet.context=error");
    return settings;
  }

  private void stop(DatabaseSource source, boolean endsWell) {
    try {
      RunningDesk.remove(home);
      source.database().close();
    } catch (RuntimeException _) {
      // It did not start, and that has been said.
      return;
    }
    if (endsWell) {
      // Whoever asked a served desk to stop got what they asked for: 0, not the number of a signal.
      surroundings.out().println("Liaison has stopped.");
      surroundings.out().flush();
      Runtime.getRuntime().halt(ExitCode.DONE);
    }
  }

  /** A port taken in the moment between the look and the start is said like one taken before. */
  private RuntimeException plainly(RuntimeException fault) {
    if (CannotStart.within(fault) != null) {
      return fault;
    }
    if (PlainReasons.isPortTaken(fault)) {
      return new CannotStart(
          "Port %d on %s is in use by another program.".formatted(address.port(), address.bind()),
          fault);
    }
    return new StartFailed(home.logs().resolve("liaison.log"), fault);
  }
}
