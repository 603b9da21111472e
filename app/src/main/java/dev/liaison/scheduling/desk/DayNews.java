package dev.liaison.scheduling.desk;

import dev.liaison.scheduling.AppointmentChanged;
import dev.liaison.web.live.Live;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open pages, board and schedule, of an appointment that changed. */
@Component
class DayNews {
  private final Live live;

  DayNews(Live live) {
    this.live = live;
  }

  @Async
  @TransactionalEventListener
  void changed(AppointmentChanged event) {
    live.changed(
        event.organization(), event.location(), "appointment", event.appointment().value());
  }
}
