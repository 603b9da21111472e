package dev.liaison.x12.guide;

import dev.liaison.x12.Segment;

/** Whether bytes are a date, a time or a period, without making one. */
final class Dates {
  private static final long D8 = Segment.pack("D8");
  private static final long RD8 = Segment.pack("RD8");
  private static final long DT = Segment.pack("DT");
  private static final long TM = Segment.pack("TM");

  private Dates() {}

  static boolean date(byte[] bytes, int from, int to) {
    if (to - from != 8) {
      return to - from == 6 && day(number(bytes, from, 2) + 2000, bytes, from + 2);
    }
    return day(number(bytes, from, 4), bytes, from + 4);
  }

  private static boolean day(int year, byte[] bytes, int from) {
    int month = number(bytes, from, 2);
    int day = number(bytes, from + 2, 2);
    if (year < 1000 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    if (day <= 28) {
      return true;
    }
    return switch (month) {
      case 2 -> day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      case 4, 6, 9, 11 -> day <= 30;
      default -> day <= 31;
    };
  }

  static boolean time(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length != 4 && length < 6) {
      return false;
    }
    int hour = number(bytes, from, 2);
    int minute = number(bytes, from + 2, 2);
    int second = length >= 6 ? number(bytes, from + 4, 2) : 0;
    for (int i = from + 6; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  }

  /** A value in the format that its qualifier names; an unknown format is not judged. */
  static boolean period(long format, byte[] bytes, int from, int to) {
    if (format == D8) {
      return to - from == 8 && date(bytes, from, to);
    }
    if (format == RD8) {
      return to - from == 17
          && bytes[from + 8] == '-'
          && date(bytes, from, from + 8)
          && date(bytes, from + 9, to);
    }
    if (format == DT) {
      return to - from >= 12 && date(bytes, from, from + 8) && time(bytes, from + 8, to);
    }
    return format != TM || time(bytes, from, to);
  }

  private static int number(byte[] bytes, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
