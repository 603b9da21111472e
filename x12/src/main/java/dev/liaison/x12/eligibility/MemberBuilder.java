package dev.liaison.x12.eligibility;

import dev.liaison.x12.Segment;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one member level of a 270 or 271. */
final class MemberBuilder {
  private final boolean dependent;
  private final Values values;
  private final List<Member.Trace> traces = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Dated> dates = new ArrayList<>();
  private Party name = Party.NONE;
  private Address address = Address.NONE;
  private @Nullable LocalDate birthDate;
  private Code gender = Code.NONE;
  private Code relationship = Code.NONE;

  MemberBuilder(boolean dependent, Values values) {
    this.dependent = dependent;
    this.values = values;
  }

  void accept(Segment s) {
    switch (s.name()) {
      case "TRN" ->
          traces.add(new Member.Trace(Values.code(s, 1), s.text(2), s.text(3), s.text(4)));
      case "NM1" -> name = Values.nm1(s);
      case "REF" -> references.add(Values.ref(s));
      case "N3" -> address = Values.n3(s, address);
      case "N4" -> address = Values.n4(s, address);
      case "DMG" -> {
        var born = values.period(s, 1, 2);
        birthDate = born == null ? null : born.from();
        gender = Values.code(s, 3);
      }
      case "INS" -> relationship = Values.code(s, 2);
      case "DTP" -> {
        var dated = values.dtp(s);
        if (dated != null) {
          dates.add(dated);
        }
      }
      default -> {
        // diagnoses and military service say nothing of who it is
      }
    }
  }

  Member end() {
    return new Member(
        dependent, traces, name, references, address, birthDate, gender, relationship, dates);
  }
}
