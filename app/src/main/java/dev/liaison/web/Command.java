package dev.liaison.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list behind Ctrl K.
 *
 * @param icon of the sprite
 * @param words what it is: "Find an opening", or a name
 * @param detail beside it, quieter: birth date, record number, time
 * @param act what Enter does with it, when the words do not say so: "Check in"
 * @param href where it leads
 * @param drawer whether that opens over the page
 * @param keys its key, as the list shows it
 */
public record Command(
    Group group,
    String icon,
    String words,
    @Nullable String detail,
    @Nullable String act,
    String href,
    boolean drawer,
    @Nullable String keys) {

  /** In the order of the list. */
  public enum Group {
    PATIENTS("Patients"),
    ACTS("Acts"),
    PAGES("Go to");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** A page to go to. */
  public static Command page(String icon, String words, String href, @Nullable String keys) {
    return new Command(Group.PAGES, icon, words, null, null, href, false, keys);
  }

  /** An act that opens as a drawer. */
  public static Command act(String icon, String words, String href, @Nullable String keys) {
    return new Command(Group.ACTS, icon, words, null, null, href, true, keys);
  }

  /** A person, and what one likely wants of them. */
  public static Command patient(String name, String detail, @Nullable String act, String href) {
    return new Command(Group.PATIENTS, "user", name, detail, act, href, false, null);
  }

  /** Whether every word typed begins a word of the command, in any order. */
  public boolean fits(String typed) {
    var own = words.toLowerCase(Locale.ROOT).split("\\s+");
    return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(word -> Arrays.stream(own).anyMatch(part -> part.startsWith(word)));
  }

  /** Never the words: they may be a name. */
  @Override
  public String toString() {
    return "Command[" + group + " " + href + "]";
  }
}
