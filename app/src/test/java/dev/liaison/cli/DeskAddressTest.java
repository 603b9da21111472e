package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class DeskAddressTest {
  @Test
  void a_proxy_on_this_machine_says_whom_it_speaks_for_but_not_which_host() throws Exception {
    assertThat(seenBehind("true")).isEqualTo("203.0.113.9 secure localhost");
  }

  @Test
  void whoever_is_not_the_named_proxy_is_taken_for_itself() throws Exception {
    assertThat(seenBehind("10.1.2.3")).isEqualTo("127.0.0.1 plain localhost");
    assertThat(seenBehind("10.1.2.3, 127.0.0.1")).isEqualTo("203.0.113.9 secure localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "false", "no", "off", "OFF"})
  void without_a_proxy_no_header_is_believed(String off) {
    var address = DeskAddress.of(Map.of("LIAISON_BEHIND_PROXY", off), false);

    assertThat(address.proxySettings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/8", "10.1.2.3 10.1.2.4", "ture"})
  void a_proxy_is_named_by_its_number(String proxy) {
    assertThatThrownBy(() -> DeskAddress.of(Map.of("LIAISON_BEHIND_PROXY", proxy), false))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("LIAISON_BEHIND_PROXY");
  }

  /** What the web server makes of a request from this machine that claims to be a proxy's. */
  private static String seenBehind(String proxy) throws IOException, InterruptedException {
    var settings =
        new ArrayList<>(
            DeskAddress.of(Map.of("LIAISON_BEHIND_PROXY", proxy), false).proxySettings());
    settings.addAll(List.of("--server.port=0", "--server.address=127.0.0.1"));
    var application = new SpringApplication(Mirror.class);
    try (var context = application.run(settings.toArray(String[]::new));
        var browser = HttpClient.newHttpClient()) {
      var port = context.getEnvironment().getRequiredProperty("local.server.port");
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
              .header("X-Forwarded-For", "203.0.113.9")
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "evil.example")
              .build();
      return browser.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
  static class Mirror {
    @Bean
    ServletRegistrationBean<HttpServlet> mirror() {
      return new ServletRegistrationBean<>(
          new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
              response
                  .getWriter()
                  .print(
                      "%s %s %s"
                          .formatted(
                              request.getRemoteAddr(),
                              request.isSecure() ? "secure" : "plain",
                              request.getServerName()));
            }
          },
          "/");
    }
  }
}
