package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * Where the desk listens.
 *
 * @param behindProxy whether a proxy in front of it speaks TLS and says whom it speaks for
 * @param hosts further names by which browsers may know the desk, parted by commas
 */
record DeskAddress(InetAddress address, String bind, int port, boolean behindProxy, String hosts) {
  private static final String LOOPBACK = "127.0.0.1";

  /** What the environment says; the demo never leaves the loopback address. */
  static DeskAddress of(Map<String, String> environment, boolean demo) {
    var bind = demo ? LOOPBACK : setting(environment, "LIAISON_BIND", LOOPBACK);
    var behindProxy = !demo && isOn(environment, "LIAISON_BEHIND_PROXY");
    var address = resolve(bind);
    if (!address.isLoopbackAddress() && !behindProxy) {
      throw new WrongUse(
          ("LIAISON_BIND=%s would serve patients' data without encryption. Put a proxy that speaks TLS"
                  + " in front and set LIAISON_BEHIND_PROXY=true, or leave LIAISON_BIND away.")
              .formatted(bind));
    }
    return new DeskAddress(
        address,
        bind,
        port(setting(environment, "LIAISON_PORT", "8080")),
        behindProxy,
        demo ? "" : setting(environment, "LIAISON_HOSTS", ""));
  }

  /** Refuses a port that another program listens on, before anything is started. */
  void requireFree(String command) {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new CannotStart(
          port < 1024 && String.valueOf(e.getMessage()).contains("denied")
              ? "Port %d is kept for the administrator of this machine. Choose a higher one: LIAISON_PORT=8080 ./liaison %s"
                  .formatted(port, command)
              : "Port %d on %s is in use by another program. Stop that one, or choose another port: LIAISON_PORT=%d ./liaison %s"
                  .formatted(port, bind, port == 65535 ? 8080 : port + 1, command),
          e);
    }
  }

  boolean isFree() {
    try {
      requireFree("start");
      return true;
    } catch (CannotStart _) {
      return false;
    }
  }

  /** What a person types into a browser on this machine. */
  String url(int actualPort) {
    return "http://%s:%d".formatted(address.isLoopbackAddress() ? "localhost" : bind, actualPort);
  }

  private static int port(String text) {
    try {
      var port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Answered below, like a number out of range.
    }
    throw new WrongUse(
        "LIAISON_PORT is \"%s\", and a port is a number from 0 to 65535.".formatted(text));
  }

  private static InetAddress resolve(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException _) {
      throw new WrongUse(
          "LIAISON_BIND is \"%s\", which is no address of this machine.".formatted(bind));
    }
  }

  private static String setting(Map<String, String> environment, String name, String otherwise) {
    var value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static boolean isOn(Map<String, String> environment, String name) {
    return switch (setting(environment, name, "").toLowerCase(java.util.Locale.ROOT)) {
      case "", "0", "false", "no", "off" -> false;
      default -> true;
    };
  }
}
