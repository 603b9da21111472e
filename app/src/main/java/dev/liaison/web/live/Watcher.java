package dev.liaison.web.live;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One browser that listens, bound to session, organization, location and role. A slow one waits in
 * its own queue; one that does not keep up is let go, comes back and reads its page anew.
 */
final class Watcher {
  private static final int WAITING = 256;

  private final UUID id;
  private final Actor actor;
  private final SessionId session;
  private final Audience audience;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final Set<String> parts = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean over;

  Watcher(UUID id, Actor actor, SessionId session, Audience audience) {
    this.id = id;
    this.actor = actor;
    this.session = session;
    this.audience = audience;
  }

  UUID id() {
    return id;
  }

  Actor actor() {
    return actor;
  }

  SessionId session() {
    return session;
  }

  Audience audience() {
    return audience;
  }

  Set<String> parts() {
    return parts;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** Begins to work off the queue; {@code gone} runs once, when the browser is there no more. */
  void start(Runnable gone) {
    Runnable end =
        () -> {
          stop();
          gone.run();
        };
    emitter.onCompletion(end);
    emitter.onTimeout(end);
    emitter.onError(fault -> end.run());
    Thread.ofVirtual().name("live-" + id).start(this::work);
  }

  /** In turn, on this watcher's own thread. */
  void later(Runnable work) {
    if (!over && !waiting.offer(work)) {
      close();
    }
  }

  void send(SseEventBuilder event) {
    try {
      emitter.send(event);
    } catch (IOException | IllegalStateException e) {
      over = true; // the browser left; the container says so to onError
    }
  }

  void close() {
    stop();
    emitter.complete();
  }

  // Wakes the thread by a last word: an interrupt would close the connection that it may be using.
  private void stop() {
    over = true;
    waiting.clear();
    waiting.add(() -> {});
  }

  private void work() {
    try {
      while (!over) {
        waiting.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
