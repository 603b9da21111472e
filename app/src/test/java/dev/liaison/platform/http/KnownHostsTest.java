package dev.liaison.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownHostsTest {
  private final KnownHosts filter = new KnownHosts("10.0.0.7, desk.Example,fd00::7");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "localhost.",
        "127.0.0.1",
        "[::1]",
        "::1",
        "10.0.0.7",
        "desk.example",
        "[fd00::7]"
      })
  void a_known_name_reaches_the_desk(String host) throws Exception {
    assertThat(statusFor(host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.2", "", "desk"})
  void an_unknown_name_is_misdirected(String host) throws Exception {
    assertThat(statusFor(host)).isEqualTo(421);
  }

  private int statusFor(String host) throws Exception {
    var request = new MockHttpServletRequest("GET", "/");
    request.setServerName(host);
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
