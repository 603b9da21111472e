package dev.liaison.identity.gate;

import static dev.liaison.platform.tenancy.Role.ADMINISTRATOR;
import static dev.liaison.platform.tenancy.Role.CLINICIAN;
import static dev.liaison.platform.tenancy.Role.COORDINATOR;
import static dev.liaison.platform.tenancy.Role.SUPERVISOR;

import dev.liaison.platform.tenancy.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/**
 * Who may go where: the one table. The first line that fits decides; where none fits, there is no
 * page. A test walks every handler past every role and fails for one without a line.
 */
final class Routes {
  private static final Set<Role> STAFF = Set.copyOf(EnumSet.allOf(Role.class));

  /** Those who deal with patients at the desk and on the telephone. */
  private static final Set<Role> DESK =
      STAFF.stream().filter(Role::isAtDesk).collect(Collectors.toUnmodifiableSet());

  /** The desk, and those who see the patient. */
  private static final Set<Role> CARE = Set.of(COORDINATOR, SUPERVISOR, ADMINISTRATOR, CLINICIAN);

  private static final List<String> FILES =
      List.of("/css/", "/js/", "/icons/", "/fonts/", "/webjars/", "/favicon");

  private static final List<Route> TABLE =
      List.of(
          // before anybody is known
          anyone("GET", "/css/**"),
          anyone("GET", "/js/**"),
          anyone("GET", "/icons/**"),
          anyone("GET", "/fonts/**"),
          anyone("GET", "/webjars/**"),
          anyone("GET", "/favicon*"),
          anyone("GET", "/setup"),
          anyone("POST", "/setup"),
          anyone("GET", "/login"),
          anyone("POST", "/login"),
          anyone("GET", "/choose"),
          anyone("POST", "/choose"),
          anyone("POST", "/logout"),

          // the shell
          roles(STAFF, "GET", "/"),
          roles(STAFF, "POST", "/place"),
          roles(STAFF, "POST", "/settings"),
          roles(STAFF, "GET", "/commands"),
          roles(STAFF, "POST", "/commands"),
          roles(STAFF, "GET", "/keys"),
          roles(STAFF, "GET", "/recent"),
          roles(STAFF, "GET", "/live"),
          roles(STAFF, "POST", "/live/watch"),
          roles(STAFF, "GET", "/drafts/{form}"),
          roles(STAFF, "POST", "/drafts/{form}"),
          roles(STAFF, "GET", "/today"),

          // patients
          roles(STAFF, "GET", "/patients"),
          roles(STAFF, "GET", "/patients/search"),
          roles(STAFF, "POST", "/patients/search"),
          roles(DESK, "GET", "/patients/new"),
          roles(DESK, "POST", "/patients/new"),
          roles(DESK, "GET", "/patients/new/{request}"),
          roles(DESK, "POST", "/patients/new/**"),
          roles(DESK, "POST", "/patients/check/{field}"),
          roles(STAFF, "GET", "/patients/{id}"),
          roles(STAFF, "GET", "/patients/{id}/open"),
          roles(DESK, "GET", "/patients/{id}/edit"),
          roles(DESK, "POST", "/patients/{id}/edit"),
          roles(DESK, "GET", "/patients/{id}/openings"),
          roles(DESK, "POST", "/patients/{id}/openings"),

          // scheduling
          roles(STAFF, "GET", "/schedule"),
          roles(CARE, "GET", "/day-sheet"),
          roles(DESK, "GET", "/openings"),
          roles(DESK, "POST", "/openings"),
          roles(DESK, "GET", "/appointments"),
          roles(DESK, "POST", "/appointments"),
          roles(STAFF, "GET", "/appointments/{id}"),
          roles(STAFF, "GET", "/appointments/{id}/visit"),
          roles(DESK, "GET", "/appointments/{id}/**"),
          roles(DESK, "POST", "/appointments/{id}/**"),

          // arrivals
          roles(DESK, "GET", "/visits/{id}/check-out"),
          roles(DESK, "POST", "/visits/{id}/check-out"),
          roles(DESK, "POST", "/visits/{id}/check-out/openings"),
          roles(DESK, "GET", "/walk-in"),
          roles(DESK, "POST", "/walk-in"),
          roles(DESK, "GET", "/patients/{id}/walk-in"),
          roles(DESK, "POST", "/patients/{id}/walk-in"),
          roles(DESK, "POST", "/patients/{id}/walk-in/openings"),
          roles(CARE, "GET", "/visits/{id}/room"),
          roles(CARE, "POST", "/visits/{id}/room"),
          roles(CARE, "POST", "/visits/{id}/clinician"),
          roles(CARE, "GET", "/visits/{id}/leaving"),
          roles(CARE, "POST", "/visits/{id}/leaving"),
          roles(CARE, "POST", "/visits/{id}/left"),
          roles(CARE, "POST", "/visits/{id}/back"));

  private Routes() {}

  static Optional<Route> find(HttpServletRequest request) {
    return TABLE.stream().filter(route -> route.matches(request)).findFirst();
  }

  static List<Route> all() {
    return TABLE;
  }

  /** Style sheets, scripts, pictures: the same for everybody, and nobody's data. */
  static boolean isFile(HttpServletRequest request) {
    return FILES.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  /** What a page asks for without its person. */
  static boolean asksByItself(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/live");
  }

  private static Route anyone(String method, String pattern) {
    return Route.of(HttpMethod.valueOf(method), pattern, null);
  }

  private static Route roles(Set<Role> roles, String method, String pattern) {
    return Route.of(HttpMethod.valueOf(method), pattern, roles);
  }
}
