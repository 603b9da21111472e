package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.VisitChanged;
import dev.liaison.web.live.Live;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages of a visit that changed. The subject is its appointment: that is what boards and
 * schedules show.
 */
@Component
class BoardNews {
  private final Live live;

  BoardNews(Live live) {
    this.live = live;
  }

  @Async
  @TransactionalEventListener
  void changed(VisitChanged event) {
    var location = event.location();
    var appointment = event.appointment();
    if (location != null && appointment != null) {
      live.changed(event.organization(), location, "appointment", appointment.value());
    }
  }
}
