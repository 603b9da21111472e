package dev.liaison.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.identity.Caller;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RouteTest extends SpringTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  /** A way into the product: the pattern of a handler with an identifier of nobody's filled in. */
  private record Way(String method, String pattern) {
    String path() {
      return pattern
          .replaceAll("\\{form[^/]*}", "none")
          .replaceAll("\\{[^/]*}", Ids.next().toString());
    }

    Optional<Route> route() {
      return Routes.find(new MockHttpServletRequest(method, path()));
    }
  }

  @Test
  void every_handler_has_a_line_in_the_table() {
    var forgotten = ways().stream().filter(way -> way.route().isEmpty()).toList();

    assertThat(forgotten).as("handlers without a line in identity.gate.Routes").isEmpty();
  }

  @Test
  void nobody_passes_without_a_log_in() {
    var stranger = new Caller(this::url);
    for (var way : ways()) {
      if (way.route().filter(Route::isOpen).isPresent()) {
        continue;
      }
      var answer = call(stranger, way);

      assertThat(answer.status()).as("%s", way).isEqualTo(303);
      assertThat(answer.location()).as("%s", way).isEqualTo("/login");
    }
  }

  @Test
  void every_role_passes_where_the_table_says_and_nowhere_else() {
    var desk = openDesk();
    var callers = new EnumMap<Role, Caller>(Role.class);
    for (var role : Role.values()) {
      var caller = new Caller(this::url);
      caller.logIn(desk.hasUser(role, "Sam Ortiz"));
      callers.put(role, caller);
    }
    for (var way : ways()) {
      var route = way.route();
      if (route.isEmpty() || route.get().isOpen()) {
        continue;
      }
      callers.forEach((role, caller) -> {
        var status = call(caller, way).status();

        if (route.get().admits(role)) {
          assertThat(status).as("%s as %s", way, role).isNotIn(303, 401, 403).isLessThan(500);
        } else {
          assertThat(status).as("%s as %s", way, role).isEqualTo(403);
        }
      });
    }
  }

  @Test
  void an_identifier_of_nobody_opens_nothing_and_is_audited() {
    var desk = openDesk();
    var caller = new Caller(this::url);
    caller.logIn(desk.coordinator);
    for (var way : ways()) {
      if (!way.pattern().contains("{id}")) {
        continue;
      }
      var before = refusals(desk);
      var status = call(caller, way).status();

      // A form may be refused for what is missing in it before anybody looks for the thing.
      if (way.method().equals("GET")) {
        assertThat(status).as("%s", way).isEqualTo(404);
        assertThat(refusals(desk)).as("audited refusals of %s", way).isEqualTo(before + 1);
      } else {
        assertThat(status).as("%s", way).isIn(400, 404, 422);
      }
    }
  }

  private static long refusals(TestDesk desk) {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event
                where organization_id = :organization
                    and action = 'refused'
                """)
            .param("organization", desk.id())
            .query(Long.class)
            .single());
  }

  @Test
  void a_handler_that_somebody_forgets_is_not_there() {
    assertThat(Routes.find(new MockHttpServletRequest("GET", "/forgotten"))).isEmpty();
    var caller = new Caller(this::url);
    caller.logIn(openDesk().coordinator);

    assertThat(caller.get("/forgotten").statusCode()).isEqualTo(404);
  }

  private record Answer(int status, String location) {}

  private static Answer call(Caller caller, Way way) {
    var answer =
        way.method().equals("POST") ? caller.open(way.path(), Map.of()) : caller.open(way.path());
    return new Answer(
        answer.statusCode(), answer.headers().firstValue("Location").orElse("nowhere"));
  }

  private List<Way> ways() {
    var ways = new ArrayList<Way>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          var methods = mapping.getMethodsCondition().getMethods();
          for (var pattern : mapping.getPatternValues()) {
            if (pattern.equals("/error")) {
              continue;
            }
            for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
              ways.add(new Way(method.name(), pattern));
            }
          }
        });
    assertThat(ways).hasSizeGreaterThan(5);
    return ways;
  }
}
