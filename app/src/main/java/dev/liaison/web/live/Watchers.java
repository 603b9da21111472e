package dev.liaison.web.live;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.facility.LocationId;
import dev.liaison.identity.Sessions;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who listens. Nothing goes to a browser of another organization, location or role, nothing to one
 * whose session ended, and no patient's name before the audit has it.
 */
@Component
class Watchers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Watchers.class);
  private static final long BEAT_MILLIS = 15_000;

  private final ObjectProvider<LivePart> parts;
  private final Sessions sessions;
  private final Audit audit;
  private final JsonMapper json;
  private final Map<UUID, Watcher> all = new ConcurrentHashMap<>();

  // By session, not by stream: a stream ends with each page, what was seen does not.
  private final Map<SessionId, Set<UUID>> shown = new ConcurrentHashMap<>();
  private volatile boolean running;

  Watchers(ObjectProvider<LivePart> parts, Sessions sessions, Audit audit, JsonMapper json) {
    this.parts = parts;
    this.sessions = sessions;
    this.audit = audit;
    this.json = json;
  }

  /**
   * A browser has one stream; a page that went away is often noticed only when something is sent,
   * so the streams before the last two are let go.
   */
  void add(Watcher watcher) {
    where(one -> one.session().equals(watcher.session())).stream()
        .sorted(Comparator.comparing((Watcher one) -> one.id()).reversed())
        .skip(1)
        .forEach(Watcher::close);
    all.put(watcher.id(), watcher);
    watcher.start(() -> all.remove(watcher.id()));
    // Without a first event no header would reach the browser.
    watcher.later(
        () -> watcher.send(SseEmitter.event().name("hello").data(watcher.id().toString())));
  }

  Optional<Watcher> find(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Draws the change once for each audience and part, and hands it to all who watch that. */
  void show(OrganizationId organization, LocationId location, Change change) {
    var byName = parts.stream().collect(Collectors.toMap(LivePart::name, Function.identity()));
    var drawn = new LinkedHashMap<Audience, Map<String, List<LiveFragment>>>();
    for (var watcher : at(organization, location)) {
      var mine = drawn.computeIfAbsent(watcher.audience(), key -> new LinkedHashMap<>());
      for (var watched : watcher.parts()) {
        var slash = watched.indexOf('/');
        var part = byName.get(slash < 0 ? watched : watched.substring(0, slash));
        if (part == null) {
          continue;
        }
        var key = slash < 0 ? "" : watched.substring(slash + 1);
        var fragments =
            mine.computeIfAbsent(watched, name -> part.draw(watcher.audience(), key, change));
        if (!fragments.isEmpty()) {
          watcher.later(() -> send(watcher, watched, fragments));
        }
      }
    }
  }

  /** Tells all at the location to read their pages anew. */
  void reread(OrganizationId organization, LocationId location) {
    for (var watcher : at(organization, location)) {
      watcher.later(() -> watcher.send(SseEmitter.event().name("reread").data("")));
    }
  }

  /** The session is over, or looks at another place: its streams stop. */
  void end(SessionId session) {
    shown.remove(session);
    for (var watcher : where(one -> one.session().equals(session))) {
      all.remove(watcher.id());
      Thread.ofVirtual()
          .start(() -> {
            watcher.send(SseEmitter.event().name("ended").data(""));
            watcher.close();
          });
    }
  }

  private void send(Watcher watcher, String part, List<LiveFragment> fragments) {
    if (!all.containsKey(watcher.id())) {
      return; // ended while this waited
    }
    var seen = shown.computeIfAbsent(watcher.session(), key -> ConcurrentHashMap.newKeySet());
    var fresh = new HashSet<UUID>();
    for (var fragment : fragments) {
      fresh.addAll(fragment.patients());
    }
    fresh.removeAll(seen);
    if (!fresh.isEmpty()) {
      try {
        var name = part.contains("/") ? part.substring(0, part.indexOf('/')) : part;
        audit.record(
            watcher.actor(),
            AuditEvent.of(AuditEvent.Action.READ, name).showing(fresh).with("live", true));
      } catch (RuntimeException e) {
        log.atWarn().setCause(e).log("A live change was not sent: the audit could not be written");
        watcher.close();
        return;
      }
      seen.addAll(fresh);
    }
    var message = Map.of("part", part, "fragments", fragments.stream().map(Sent::of).toList());
    watcher.send(SseEmitter.event().name("change").data(json.writeValueAsString(message)));
  }

  List<Watcher> at(OrganizationId organization, LocationId location) {
    return where(one ->
        one.audience().organization().equals(organization)
            && one.audience().location().equals(location));
  }

  private List<Watcher> where(Predicate<Watcher> fits) {
    return new ArrayList<>(all.values().stream().filter(fits).toList());
  }

  private void beat() {
    try {
      while (running) {
        Thread.sleep(BEAT_MILLIS);
        endThoseNotOpen();
        for (var watcher : all.values()) {
          watcher.later(() -> watcher.send(SseEmitter.event().name("beat").data("")));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A stream is opened once and lives long: its session may have ended on another node since. */
  void endThoseNotOpen() {
    var listening = where(watcher -> true);
    try {
      var open = sessions.stillOpen(listening.stream().map(Watcher::session).distinct().toList());
      listening.stream()
          .filter(watcher -> !watcher.actor().equals(open.get(watcher.session())))
          .map(Watcher::session)
          .distinct()
          .forEach(this::end);
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("Whose sessions are still open could not be asked");
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("live-beat").start(this::beat);
  }

  @Override
  public void stop() {
    running = false;
    all.values().forEach(Watcher::close);
    all.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped first of all: a graceful shutdown would wait for open streams. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private record Sent(String id, String html, @Nullable String lane, @Nullable String order) {
    static Sent of(LiveFragment fragment) {
      return new Sent(fragment.id(), fragment.html(), fragment.lane(), fragment.order());
    }
  }
}
