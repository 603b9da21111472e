package dev.liaison.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads any X12 file, segment by segment, in constant memory.
 *
 * <p>The reader never throws for what a file holds. Errors go to the sink as they are found, before
 * the event that they concern; a fault ends its interchange or its transaction set and nothing
 * else, and every set that was opened is closed by a {@link Event#SET_END}, sound or not.
 *
 * <pre>{@code
 * try (var reader = X12Reader.of(path, errors::add)) {
 *   for (var event = reader.next(); event != Event.END; event = reader.next()) {
 *     if (event == Event.SEGMENT && reader.segment().is("CLP")) { … }
 *   }
 * }
 * }</pre>
 *
 * <p>For one thread.
 */
public final class X12Reader implements AutoCloseable {
  /** What the reader stands at. */
  public enum Event {
    /** ISA; {@link #interchange()} answers from here on. */
    INTERCHANGE,
    /** GS; {@link #group()} answers from here on. */
    GROUP,
    /** ST; {@link #set()} answers from here on. */
    SET,
    /** A segment between ST and SE. */
    SEGMENT,
    /** The set is over; {@link #sound()} says whether its envelope was. */
    SET_END,
    GROUP_END,
    INTERCHANGE_END,
    /** TA1, an acknowledgment of another interchange. */
    ACKNOWLEDGMENT,
    /** A segment where none may be; its error has been reported. */
    STRAY,
    /**
     * Bytes left out, {@link #quarantineFrom()} to {@link #quarantineTo()}; why has been reported.
     */
    QUARANTINE,
    END
  }

  private static final int TA1 = Segment.id("TA1");
  private static final int GS = Segment.id("GS");
  private static final int ST = Segment.id("ST");
  private static final int SE = Segment.id("SE");
  private static final int GE = Segment.id("GE");
  private static final int IEA = Segment.id("IEA");

  private final InputStream in;
  private final Tokenizer tokenizer;
  private final Ledger ledger;
  private final Segment segment;
  private Tokenizer.@Nullable Token held;
  private @Nullable Interchange interchange;
  private @Nullable Group group;
  private @Nullable SetHeader set;
  private boolean inInterchange;
  private boolean inGroup;
  private boolean inSet;
  private boolean groupUsable;
  private boolean sound;
  private boolean complete;
  private int inFile;
  private int inThisSet;

  private X12Reader(InputStream in, Consumer<X12Error> errors) {
    this.in = in;
    tokenizer = new Tokenizer(in, errors);
    segment = tokenizer.segment();
    ledger = new Ledger(errors);
  }

  /** Reads a stream, which {@link #close()} closes. Buffered by itself. */
  public static X12Reader of(InputStream in, Consumer<X12Error> errors) {
    return new X12Reader(in, errors);
  }

  public static X12Reader of(byte[] bytes, Consumer<X12Error> errors) {
    return of(new ByteArrayInputStream(bytes), errors);
  }

  public static X12Reader of(Path file, Consumer<X12Error> errors) throws IOException {
    return of(Files.newInputStream(file), errors);
  }

  /**
   * Steps on.
   *
   * @throws IOException only when the stream itself fails
   */
  public Event next() throws IOException {
    var token = held != null ? held : tokenizer.next();
    held = null;
    return switch (token) {
      case HEADER -> inInterchange ? leave(token, Fault.INTERCHANGE_TRAILER_MISSING) : enter();
      case SEGMENT -> inside();
      case QUARANTINE -> inInterchange ? leave(token, null) : Event.QUARANTINE;
      case END -> inInterchange ? leave(token, Fault.INTERCHANGE_TRAILER_MISSING) : Event.END;
    };
  }

  private Event enter() {
    inInterchange = true;
    inFile = 1;
    segment.position = 1;
    interchange = Interchange.of(segment, tokenizer.delimiters());
    ledger.openInterchange(segment, interchange);
    return Event.INTERCHANGE;
  }

  /**
   * Something ends the interchange from outside: what is open is closed first, inside to outside.
   */
  private Event leave(Tokenizer.Token token, @Nullable Fault fault) {
    held = token;
    if (inSet) {
      return abandonSet();
    }
    if (inGroup) {
      return abandonGroup(fault == null);
    }
    inInterchange = false;
    complete = false;
    if (fault != null) {
      ledger.report(fault, segment);
    }
    return Event.INTERCHANGE_END;
  }

  private Event abandonSet() {
    ledger.report(Fault.SET_TRAILER_MISSING, segment);
    inSet = false;
    sound = false;
    complete = false;
    return Event.SET_END;
  }

  private Event abandonGroup(boolean told) {
    if (!told) {
      ledger.report(Fault.GROUP_TRAILER_MISSING, segment);
    }
    inGroup = false;
    complete = false;
    return Event.GROUP_END;
  }

  private Event inside() {
    int id = segment.id;
    if (inSet && id != SE && id != GS && id != ST && id != GE && id != IEA && id != TA1) {
      segment.position = ++inThisSet;
      return Event.SEGMENT;
    }
    return envelope(id);
  }

  private Event envelope(int id) {
    if (inSet && id != SE) {
      held = Tokenizer.Token.SEGMENT;
      return abandonSet();
    }
    if (inGroup && (id == GS || id == IEA)) {
      held = Tokenizer.Token.SEGMENT;
      return abandonGroup(false);
    }
    segment.position = ++inFile;
    if (id == GS) {
      return enterGroup();
    } else if (id == ST && inGroup) {
      return enterSet();
    } else if (id == SE && inSet) {
      return leaveSet();
    } else if (id == GE && inGroup) {
      ledger.closeGroup(segment, group());
      inGroup = false;
      complete = true;
      return Event.GROUP_END;
    } else if (id == IEA) {
      ledger.closeInterchange(segment, interchange());
      inInterchange = false;
      complete = true;
      return Event.INTERCHANGE_END;
    } else if (id == TA1) {
      return Event.ACKNOWLEDGMENT;
    }
    ledger.report(Fault.MISPLACED_SEGMENT, segment);
    return Event.STRAY;
  }

  private Event enterGroup() {
    inGroup = true;
    group = Group.of(segment);
    groupUsable = segment.size() >= 8;
    ledger.openGroup(segment, group);
    return Event.GROUP;
  }

  private Event enterSet() {
    inSet = true;
    inThisSet = 1;
    segment.position = 1;
    var guide = segment.text(3);
    set =
        new SetHeader(
            segment.text(1),
            segment.text(2),
            guide.isEmpty() ? group().guide() : guide,
            segment.offset());
    ledger.openSet(segment, set);
    return Event.SET;
  }

  private Event leaveSet() {
    segment.position = ++inThisSet;
    inFile--;
    ledger.closeSet(segment, set());
    inSet = false;
    sound = groupUsable && ledger.mistakes() == 0;
    complete = true;
    return Event.SET_END;
  }

  /** The segment at hand; for a quarantine and for an end that never came, the last one. */
  public Segment segment() {
    return segment;
  }

  /** Whether the end at hand came by its trailer rather than by a fault. */
  public boolean complete() {
    return complete;
  }

  /** At {@link Event#SET_END}: header, trailer, numbers and count of the set are right. */
  public boolean sound() {
    return sound;
  }

  public Interchange interchange() {
    return there(interchange, "interchange");
  }

  public Group group() {
    return there(group, "group");
  }

  public SetHeader set() {
    return there(set, "transaction set");
  }

  private static <T> T there(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("The reader has not come to a " + what + " yet");
    }
    return value;
  }

  public long quarantineFrom() {
    return tokenizer.quarantineFrom();
  }

  public long quarantineTo() {
    return tokenizer.quarantineTo();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
