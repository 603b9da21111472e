package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.testing.SpringTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What a page says when there is none to show. */
class ProblemPagesTest extends SpringTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_form_that_no_page_of_ours_made_changes_nothing_and_says_what_now() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url("/settings")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("theme=dark"))
            .build();

    var answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Nothing was changed").contains("To today’s board");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("theme"));
  }

  @Test
  void every_problem_says_what_happened_and_none_blames_or_shows_a_code() {
    for (var status : new int[] {400, 401, 403, 404, 405, 413, 418, 421, 500, 503}) {
      var problem = Problem.of(status, "4f2a1c");

      assertThat(problem.title()).isNotBlank();
      assertThat(problem.title() + problem.text())
          .doesNotContainIgnoringCase("error")
          .doesNotContainIgnoringCase("invalid")
          .doesNotContainIgnoringCase("please")
          .doesNotContain(String.valueOf(status));
    }
  }

  @Test
  void a_fault_of_ours_has_a_reference_that_the_log_knows_and_a_wrong_address_has_none() {
    assertThat(Problem.of(500, "4f2a1c").reference()).isEqualTo("4f2a1c");
    assertThat(Problem.of(404, "4f2a1c").reference()).isNull();
  }

  @Test
  void an_old_address_of_a_sheet_is_not_answered_with_the_new_content() throws Exception {
    var old = Assets.of("/css/base.css").replaceFirst("[0-9a-f]{32}", "0".repeat(32));

    assertThat(get(old).statusCode()).isEqualTo(404);
    assertThat(get(Assets.of("/css/base.css")).statusCode()).isEqualTo(200);
    assertThat(get(Assets.htmx()).statusCode()).isEqualTo(200);
    assertThat(get("/icons/LICENSE.txt").body()).contains("ISC");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofString());
  }
}
