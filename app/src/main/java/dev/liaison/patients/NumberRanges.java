package dev.liaison.patients;

import dev.liaison.patients.SearchQuestion.Born;
import dev.liaison.patients.SearchQuestion.Number;
import org.jspecify.annotations.Nullable;

/**
 * What a number in a search may be, in texts for a statement; null is what it cannot be. Of a
 * prefix only the beginning stands here.
 *
 * @param orBornFrom of the second reading of a date that has two
 */
record NumberRanges(
    @Nullable String bornFrom,
    @Nullable String bornUntil,
    @Nullable String orBornFrom,
    @Nullable String orBornUntil,
    @Nullable String digits,
    @Nullable String phone,
    @Nullable String local) {

  static NumberRanges of(Number number) {
    var born = number.born().isEmpty() ? null : number.born().getFirst();
    var orBorn = number.born().size() < 2 ? null : number.born().get(1);
    return new NumberRanges(
        from(born),
        until(born),
        from(orBorn),
        until(orBorn),
        number.digits().isEmpty() ? null : number.digits(),
        number.mayBePhone() ? number.digits() : null,
        number.mayBeLocalPhone() ? number.digits() : null);
  }

  private static @Nullable String from(@Nullable Born born) {
    return born == null ? null : born.from().toString();
  }

  private static @Nullable String until(@Nullable Born born) {
    return born == null ? null : born.until().toString();
  }
}
