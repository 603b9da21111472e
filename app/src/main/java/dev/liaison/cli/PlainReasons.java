package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps Spring from printing a page about a start that fails for a reason which a person can mend:
 * the command says it in one sentence. Named in META-INF/spring.factories.
 */
public final class PlainReasons implements SpringBootExceptionReporter {

  /** As Spring calls it; the context has nothing to tell here. */
  public PlainReasons(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    return CannotStart.within(failure) != null || isPortTaken(failure);
  }

  static boolean isPortTaken(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return true;
      }
    }
    return false;
  }
}
