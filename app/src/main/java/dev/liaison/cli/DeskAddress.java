package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the desk listens.
 *
 * @param proxies the addresses of proxies in front of it, which speak TLS and say whom they speak
 *     for; empty where there is none
 * @param hosts further names by which browsers may know the desk, parted by commas
 */
record DeskAddress(
    InetAddress address, String bind, int port, List<InetAddress> proxies, String hosts) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final List<InetAddress> HERE =
      List.of(InetAddress.ofLiteral(LOOPBACK), InetAddress.ofLiteral("::1"));

  DeskAddress {
    proxies = List.copyOf(proxies);
  }

  /** What the environment says; the demo never leaves the loopback address. */
  static DeskAddress of(Map<String, String> environment, boolean demo) {
    var bind = demo ? LOOPBACK : setting(environment, "LIAISON_BIND", LOOPBACK);
    var proxies = demo ? List.<InetAddress>of() : proxies(environment);
    var address = resolve(bind);
    if (!address.isLoopbackAddress() && proxies.isEmpty()) {
      throw new WrongUse(
          ("LIAISON_BIND=%s would serve patients' data without encryption. Put a proxy that speaks TLS"
                  + " in front and name its address by LIAISON_BEHIND_PROXY (true for one on this"
                  + " machine), or leave LIAISON_BIND away.")
              .formatted(bind));
    }
    return new DeskAddress(
        address,
        bind,
        port(setting(environment, "LIAISON_PORT", "8080")),
        proxies,
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

  boolean isBehindProxy() {
    return !proxies.isEmpty();
  }

  /**
   * Settings of the web server by which it believes these proxies, and nobody else, whom they speak
   * for and that TLS is spoken. The host stays the one that the request itself names: it is what
   * the known hosts are asked about.
   */
  List<String> proxySettings() {
    if (!isBehindProxy()) {
      return List.of();
    }
    var believed =
        proxies.stream()
            .map(proxy -> proxy.getHostAddress() + (proxy instanceof Inet4Address ? "/32" : "/128"))
            .collect(Collectors.joining(","));
    return List.of(
        "--server.forward-headers-strategy=native",
        "--server.tomcat.remoteip.internal-proxies=" + believed,
        "--server.tomcat.remoteip.host-header=",
        "--server.servlet.session.cookie.secure=true");
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

  private static List<InetAddress> proxies(Map<String, String> environment) {
    var text = setting(environment, "LIAISON_BEHIND_PROXY", "");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "0", "false", "no", "off" -> List.of();
      case "1", "true", "yes", "on" -> HERE;
      default -> Arrays.stream(text.split(",")).map(String::strip).map(DeskAddress::proxy).toList();
    };
  }

  // Numbers only: a name would be asked of whoever answers for names.
  private static InetAddress proxy(String number) {
    try {
      return InetAddress.ofLiteral(number);
    } catch (IllegalArgumentException _) {
      throw new WrongUse(
          ("LIAISON_BEHIND_PROXY is true for a proxy on this machine, else its address in numbers"
                  + " (10.1.2.3), comma between several; \"%s\" is neither.")
              .formatted(number));
    }
  }
}
