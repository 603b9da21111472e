package dev.liaison.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes interchanges. Counts segments, sets and groups by itself, leaves out trailing empty
 * elements and components, and never lets a delimiter into data.
 *
 * <pre>{@code
 * var writer = X12Writer.to(out);
 * writer.interchange(interchange).group(group).set("270", "0001", "005010X279A1");
 * writer.start("BHT").element("0022").element("13").element("10001234").end();
 * writer.close();   // SE, GE and IEA with their counts
 * }</pre>
 *
 * <p>For one thread.
 */
public final class X12Writer implements AutoCloseable {
  /** What to do with a character that would be taken for structure. */
  public enum Unwritable {
    /** Throw {@link UnwritableDataException}: the data must be mended where it comes from. */
    REFUSE,
    /** Write a blank in its place. */
    BLANK
  }

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private Delimiters delimiters = Delimiters.USUAL;
  private Unwritable unwritable = Unwritable.REFUSE;
  private boolean upperCase = true;
  private boolean lines;
  private int emptyElements;
  private int emptyComponents;
  private String segment = "";
  private @Nullable String interchangeNumber;
  private @Nullable String groupNumber;
  private @Nullable String setNumber;
  private int groups;
  private int sets;
  private int segments;

  private X12Writer(OutputStream out) {
    this.out = out;
  }

  /** Writes to a stream, which {@link #close()} flushes and leaves open. Buffered by itself. */
  public static X12Writer to(OutputStream out) {
    return new X12Writer(out);
  }

  public X12Writer onUnwritable(Unwritable choice) {
    this.unwritable = choice;
    return this;
  }

  /** Case as given; otherwise all letters become capitals, which the basic character set wants. */
  public X12Writer keepCase() {
    this.upperCase = false;
    return this;
  }

  /** A line break behind each segment, for people and some old receivers. */
  public X12Writer lines() {
    this.lines = true;
    return this;
  }

  public X12Writer interchange(Interchange isa) throws IOException {
    closeInterchange();
    delimiters = isa.delimiters();
    interchangeNumber = isa.number();
    groups = 0;
    raw("ISA");
    fixed(isa.authorizationQualifier(), 2);
    fixed(isa.authorization(), 10);
    fixed(isa.securityQualifier(), 2);
    fixed(isa.security(), 10);
    fixed(isa.senderQualifier(), 2);
    fixed(isa.sender(), 15);
    fixed(isa.receiverQualifier(), 2);
    fixed(isa.receiver(), 15);
    fixed(isa.date(), 6);
    fixed(isa.time(), 4);
    put(delimiters.element());
    put(delimiters.repetition() == Delimiters.NONE ? (byte) 'U' : delimiters.repetition());
    fixed(isa.version(), 5);
    fixed(isa.number(), 9);
    fixed(isa.acknowledgmentRequested() ? "1" : "0", 1);
    fixed(isa.usage(), 1);
    put(delimiters.element());
    put(delimiters.component());
    terminate();
    return this;
  }

  public X12Writer group(Group gs) throws IOException {
    closeGroup();
    groupNumber = gs.number();
    groups++;
    sets = 0;
    start("GS").element(gs.kind()).element(gs.sender()).element(gs.receiver()).element(gs.date());
    element(gs.time()).element(gs.number()).element(gs.agency()).element(gs.guide()).end();
    return this;
  }

  /** Begins a set; an empty guide leaves ST03 out, as an 835 and a 997 must. */
  public X12Writer set(String kind, String number, String guide) throws IOException {
    closeSet();
    setNumber = number;
    sets++;
    segments = 0;
    start("ST").element(kind).element(number).element(guide).end();
    return this;
  }

  public X12Writer closeSet() throws IOException {
    var number = setNumber;
    if (number != null) {
      setNumber = null;
      start("SE").element(Integer.toString(segments)).element(number).end();
    }
    return this;
  }

  public X12Writer closeGroup() throws IOException {
    closeSet();
    var number = groupNumber;
    if (number != null) {
      groupNumber = null;
      start("GE").element(Integer.toString(sets)).element(number).end();
    }
    return this;
  }

  public X12Writer closeInterchange() throws IOException {
    closeGroup();
    var number = interchangeNumber;
    if (number != null) {
      interchangeNumber = null;
      start("IEA").element(Integer.toString(groups)).element(number).end();
    }
    return this;
  }

  /** A segment whose elements are given at once; empty ones are left out where nothing follows. */
  public X12Writer segment(String name, String... elements) throws IOException {
    start(name);
    for (String element : elements) {
      element(element);
    }
    return end();
  }

  public X12Writer start(String name) throws IOException {
    segment = name;
    emptyElements = 0;
    emptyComponents = 0;
    segments++;
    raw(name);
    return this;
  }

  /** The next element; empty stands for one that is left out. */
  public X12Writer element(String value) throws IOException {
    emptyElements++;
    emptyComponents = 0;
    if (!value.isEmpty()) {
      separators();
      data(value);
    }
    return this;
  }

  /** A composite element from its components. */
  public X12Writer composite(String... components) throws IOException {
    element("");
    for (String component : components) {
      component(component);
    }
    return this;
  }

  /** A repeating element. */
  public X12Writer repeated(Iterable<String> values) throws IOException {
    element("");
    boolean first = true;
    for (String value : values) {
      if (!first) {
        repetition();
      }
      first = false;
      component(value);
    }
    return this;
  }

  /** The next component of the element begun by {@code element("")}. */
  public X12Writer component(String value) throws IOException {
    if (!value.isEmpty()) {
      separators();
      for (; emptyComponents > 0; emptyComponents--) {
        put(delimiters.component());
      }
      data(value);
    }
    emptyComponents++;
    return this;
  }

  /** The next component opens another repetition of the element. */
  public X12Writer repetition() throws IOException {
    if (delimiters.repetition() == Delimiters.NONE) {
      throw new UnwritableDataException(segment + " repeats where the version knows no repetition");
    }
    separators();
    put(delimiters.repetition());
    emptyComponents = 0;
    return this;
  }

  /** Ends the segment. */
  public X12Writer end() throws IOException {
    terminate();
    return this;
  }

  /** Copies a segment as it was read, but for trailing empty elements and components. */
  public X12Writer copy(Segment source) throws IOException {
    segments++;
    int end = source.starts[source.count + 1] - 1;
    int from = source.starts[0];
    byte[] bytes = source.buffer;
    boolean header = source.id == Segment.id("ISA");
    while (!header && end > from && bytes[end - 1] == delimiters.element()) {
      end--;
    }
    for (int i = from; i < end; i++) {
      put(bytes[i]);
    }
    terminate();
    return this;
  }

  /** Copies the header, and takes over its delimiters. */
  public X12Writer copyHeader(Segment isa, Delimiters taken) throws IOException {
    delimiters = taken;
    return copy(isa);
  }

  private void separators() throws IOException {
    for (; emptyElements > 0; emptyElements--) {
      put(delimiters.element());
    }
  }

  private void data(String value) throws IOException {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 128) {
        foreign(value, i);
        return;
      }
      if (c < ' ' || c == 127 || delimiters.contains(c)) {
        c = unwritable(value, i);
      } else if (upperCase && c >= 'a' && c <= 'z' && !delimiters.contains(c - 32)) {
        c -= 32;
      }
      put((byte) c);
    }
  }

  private void foreign(String value, int from) throws IOException {
    var rest = value.substring(from);
    if (upperCase) {
      rest = rest.toUpperCase(Locale.ROOT);
    }
    for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
      if ((b >= 0 && b < ' ') || b == 127 || (b >= 0 && delimiters.contains(b))) {
        b = (byte) unwritable(value, from);
      }
      put(b);
    }
  }

  private char unwritable(String value, int at) {
    if (unwritable == Unwritable.BLANK) {
      return ' ';
    }
    throw new UnwritableDataException(
        "%s has the character U+%04X, which is structure in this interchange"
            .formatted(segment, (int) value.charAt(at)));
  }

  private void raw(String ascii) throws IOException {
    for (int i = 0; i < ascii.length(); i++) {
      put((byte) ascii.charAt(i));
    }
  }

  private void fixed(String value, int length) throws IOException {
    if (value.length() > length) {
      throw new UnwritableDataException("ISA has an element longer than its " + length);
    }
    segment = "ISA";
    put(delimiters.element());
    data(value);
    for (int i = value.length(); i < length; i++) {
      put((byte) ' ');
    }
  }

  private void terminate() throws IOException {
    put(delimiters.terminator());
    if (lines && delimiters.terminator() != '\n') {
      put((byte) '\n');
    }
  }

  private void put(byte b) throws IOException {
    if (filled == BUFFER) {
      drain();
    }
    buffer[filled++] = b;
  }

  private void drain() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  /** Writes what is buffered; envelopes stay open. */
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  /** Closes the open envelopes and flushes. */
  @Override
  public void close() throws IOException {
    closeInterchange();
    flush();
  }
}
