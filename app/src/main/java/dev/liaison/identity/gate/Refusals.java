package dev.liaison.identity.gate;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.platform.NotHere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What becomes of those who may not: what is not there or another organization's is not found, a
 * page of another role is forbidden, both audited apart; who is not logged in is led to do so.
 */
@ControllerAdvice
class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {
  private static final int LONGEST_PATH = 200;

  private final Audit audit;

  Refusals(Audit audit) {
    this.audit = audit;
  }

  /** An identifier that this organization does not have. */
  @ExceptionHandler
  void notHere(NotHere fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    audited(request, fault.entity(), fault.id());
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  /** A piece of a path that is no identifier at all. */
  @ExceptionHandler
  void notAnIdentifier(
      MethodArgumentTypeMismatchException fault,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (fault.getParameter().hasParameterAnnotation(PathVariable.class)) {
      audited(request, "page", null);
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** Logged in, but not in that role; or a form that no page of ours made. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
      throws IOException {
    if (!(fault instanceof CsrfException) && Routes.find(request).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    audited(request, fault instanceof CsrfException ? "form" : "page", null);
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  /** Nobody is logged in, or not any more: each sort of request answers so that the page leaves. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
      throws IOException {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      // An EventSource tells its page nothing of a status, so the stream itself says it.
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response
          .getOutputStream()
          .write("event: logged-out\ndata: /login\n\n".getBytes(StandardCharsets.UTF_8));
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/login");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setHeader(HttpHeaders.LOCATION, "/login");
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
  }

  private void audited(HttpServletRequest request, String entity, @Nullable UUID id) {
    SessionFilter.person(request)
        .ifPresent(person -> {
          var event =
              id == null
                  ? AuditEvent.of(Action.REFUSED, entity)
                  : AuditEvent.of(Action.REFUSED, entity, id);
          audit.recordApart(
              person.actor(),
              event.with("method", request.getMethod()).with("path", path(request)));
        });
  }

  private static String path(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
  }
}
