package dev.liaison.identity.gate;

import dev.liaison.identity.Setup;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until somebody can log in, every page leads to the set-up. */
class SetupGate extends OncePerRequestFilter {
  private final Setup setup;

  SetupGate(Setup setup) {
    this.setup = setup;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!Routes.isFile(request) && !request.getRequestURI().equals("/setup") && setup.isNeeded()) {
      response.setHeader(HttpHeaders.LOCATION, "/setup");
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    } else {
      chain.doFilter(request, response);
    }
  }
}
