package dev.liaison.identity;

import dev.liaison.testing.TestDesk;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A browser without a screen: keeps cookies, follows no redirect, sends the token of its page. */
public final class Caller {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
  private final UnaryOperator<String> url;

  public Caller(UnaryOperator<String> url) {
    this.url = url;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Posts a form with the token of this browser's pages. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, session().map(Caller::tokenOf).orElseGet(this::token));
  }

  /** Posts a form as a page's script does, which swaps the answer in. */
  public HttpResponse<String> postByScript(String path, Map<String, String> fields) {
    var token = session().map(Caller::tokenOf).orElseGet(this::token);
    return send(form(path, fields, token).header("HX-Request", "true"));
  }

  /** The secret of the session, as the browser keeps it. */
  public Optional<String> session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("liaison"))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** What every page of that session carries in its forms, masked with zeros. */
  public static String tokenOf(String session) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(session.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var proof = mac.doFinal("form".getBytes(StandardCharsets.UTF_8));
      var base64 = Base64.getUrlEncoder().withoutPadding();
      var token = base64.encodeToString(proof).getBytes(StandardCharsets.UTF_8);
      var masked = new byte[token.length * 2];
      System.arraycopy(token, 0, masked, token.length, token.length);
      return Base64.getUrlEncoder().encodeToString(masked);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(String path, Map<String, String> fields, String token) {
    return send(form(path, fields, token));
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields, String token) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encoded(token)));
  }

  public HttpResponse<String> send(String method, String path, String... headers) {
    return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** Looks at the head of an answer only, which a stream of live updates never ends. */
  public HttpResponse<InputStream> open(String path) {
    return head(request(path).GET());
  }

  public HttpResponse<InputStream> open(String path, Map<String, String> fields) {
    return head(form(path, fields, session().map(Caller::tokenOf).orElseGet(this::token)));
  }

  private HttpResponse<InputStream> head(HttpRequest.Builder request) {
    var answer = send(request, BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException("The stream did not close", e);
    }
  }

  public HttpResponse<String> logIn(TestDesk.User user) {
    return logIn(user.login(), TestDesk.PASSWORD);
  }

  public HttpResponse<String> logIn(String name, String password) {
    return post("/login", Map.of("username", name, "password", password));
  }

  /** The token in a page that anybody may see. */
  public String token() {
    return token(get("/login").body());
  }

  public static String token(String page) {
    var match = TOKEN.matcher(page);
    if (!match.find()) {
      throw new IllegalStateException("No form on this page: " + page);
    }
    return match.group(1);
  }

  public CookieManager cookies() {
    return cookies;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url.apply(path))).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> reader) {
    try {
      return client.send(request.build(), reader);
    } catch (IOException e) {
      throw new IllegalStateException("The desk did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
