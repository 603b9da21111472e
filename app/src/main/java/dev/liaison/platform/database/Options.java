package dev.liaison.platform.database;

import java.util.ArrayList;
import java.util.List;

/**
 * How the server inside Liaison runs.
 *
 * @param durable whether a commit is on the disk before it is answered; off in tests only
 * @param maxConnections how many clients the server takes at once
 */
public record Options(boolean durable, int maxConnections, int sharedBuffersMegabytes) {

  /** For people's data: what is answered as saved survives a power cut. */
  public static Options forUse() {
    return new Options(true, 100, 128);
  }

  /** For throw-away data: fast, and lost if the machine stops. */
  public static Options forTests() {
    return new Options(false, 200, 128);
  }

  List<String> settings() {
    var settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=" + maxConnections,
                "shared_buffers=" + sharedBuffersMegabytes + "MB",
                // The log names what went wrong, never the rows or values it went wrong with.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_parameter_max_length_on_error=0",
                "log_timezone=UTC",
                "timezone=UTC"));
    if (!durable) {
      settings.addAll(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));
    }
    return settings;
  }
}
