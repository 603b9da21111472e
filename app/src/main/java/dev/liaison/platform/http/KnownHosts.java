package dev.liaison.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 421 to a request that names a host the desk is not known by. Otherwise any page on the
 * web could point a name of its own at the desk's address and read it through a coordinator's
 * browser (DNS rebinding).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownHosts extends OncePerRequestFilter {
  private static final int MISDIRECTED = 421;

  private final Set<String> names;

  /**
   * @param more the bound address and LIAISON_HOSTS, parted by commas
   */
  KnownHosts(@Value("${liaison.known-hosts:}") String more) {
    this.names =
        Stream.concat(
                Stream.of("localhost", "127.0.0.1", "[::1]"),
                Arrays.stream(more.split(",")).map(String::strip).map(KnownHosts::bracketed))
            .filter(name -> !name.isEmpty())
            .map(KnownHosts::normal)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (names.contains(normal(bracketed(request.getServerName())))) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(MISDIRECTED);
    response.setContentType("text/plain;charset=utf-8");
    response
        .getOutputStream()
        .write(
            "Liaison is not known by this name. Its administrator can add it to LIAISON_HOSTS.\n"
                .getBytes(StandardCharsets.UTF_8));
  }

  private static String bracketed(String name) {
    return name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
  }

  private static String normal(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
