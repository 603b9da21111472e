package dev.liaison.web;

import org.jspecify.annotations.Nullable;

/**
 * What a problem page says: what happened, and what now.
 *
 * @param reference under which the log tells more; null when there is nothing to tell
 */
public record Problem(
    int status, String title, String text, @Nullable Next next, @Nullable String reference) {

  private static final Next TODAY = new Next("/today", "To today’s board");

  /** The way on. */
  public record Next(String href, String word) {}

  static Problem of(int status, String reference) {
    return switch (status) {
      case 400 ->
          new Problem(
              status,
              "That could not be read",
              "The address or the form was not complete. Nothing was changed.",
              TODAY,
              null);
      case 401 ->
          new Problem(
              status,
              "You are not logged in",
              "The time of your log-in is over, or you logged out in another window.",
              new Next("/login", "Log in"),
              null);
      case 403 ->
          new Problem(
              status,
              "This page is not for your role, or it stood open too long",
              "Nothing was changed. Open the page anew; if it stays so, ask your administrator.",
              TODAY,
              null);
      case 404 ->
          new Problem(
              status,
              "There is nothing here",
              "The address is not one of this desk, or what it named is gone.",
              TODAY,
              null);
      case 405 ->
          new Problem(
              status,
              "That is not a page",
              "The address takes a form, not a visit. Nothing was changed.",
              TODAY,
              null);
      case 413 ->
          new Problem(
              status,
              "That was too much at once",
              "What was sent is larger than this desk takes. Nothing was changed.",
              TODAY,
              null);
      case 421 ->
          new Problem(
              status,
              "This desk has another address",
              "It does not answer under the name that stands in your browser’s address bar. Ask your"
                  + " administrator for the right one.",
              null,
              null);
      case 503 ->
          new Problem(
              status,
              "The database does not answer",
              "What you just did may not have been saved: look before you do it again. What you"
                  + " typed into a form is kept.",
              TODAY,
              reference);
      default ->
          new Problem(
              status,
              "Something of ours went wrong",
              "Nothing more was changed than what you see. Go back and try once more.",
              TODAY,
              reference);
    };
  }
}
