package dev.liaison.patients.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.LikelyAct;
import dev.liaison.patients.LikelyAct.Act;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientSummary;
import dev.liaison.patients.Patients;
import dev.liaison.patients.desk.FinderList.Option;
import dev.liaison.platform.tenancy.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds patients for a person at a desk: those who are here or expected today stand on top. */
@Component
class PatientFinder {
  static final int SHOWN = 8;
  // A page has room for more than a list.
  private static final int ON_PAGE = 50;
  private static final int LONGEST = 200;
  // So many are looked at for somebody who is here today before the list is cut.
  private static final int CONSIDERED = 60;

  private final Patients patients;
  private final ObjectProvider<LikelyAct> likely;
  private final SearchAudit audit;
  private final Transactions transactions;
  private final DeskDay day;

  PatientFinder(
      Patients patients,
      ObjectProvider<LikelyAct> likely,
      SearchAudit audit,
      Transactions transactions,
      DeskDay day) {
    this.patients = patients;
    this.likely = likely;
    this.audit = audit;
    this.transactions = transactions;
    this.day = day;
  }

  FinderList find(SignedIn person, String typed) {
    return find(person, typed, SHOWN);
  }

  /** A list that the next letter may replace. */
  FinderList find(SignedIn person, String typed, int shown) {
    var list = transactions.reading(person.actor(), () -> list(person, shortened(typed), shown));
    audit.answered(person.actor(), ids(list));
    return list;
  }

  /** A list that is a page of its own: audited at once. */
  FinderList page(SignedIn person, String typed) {
    return transactions.reading(
        person.actor(),
        () -> {
          var list = list(person, shortened(typed), ON_PAGE);
          audit.shown(person.actor(), ids(list));
          return list;
        });
  }

  private static String shortened(String typed) {
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed.strip();
  }

  private static List<PatientId> ids(FinderList list) {
    return list.options().stream().map(Option::id).toList();
  }

  private FinderList list(SignedIn person, String words, int shown) {
    var matches = patients.search(person.actor(), words, Math.max(CONSIDERED, shown));
    var ids = matches.patients().stream().map(PatientSummary::id).toList();
    var acts = acts(person, ids);
    var today = day.today(person);
    var options =
        matches.patients().stream()
            .map(patient -> new Option(patient, acts.get(patient.id()), words, today))
            .sorted(Comparator.comparing((Option option) -> option.act() == null))
            .toList();
    var cut = options.subList(0, Math.min(shown, options.size()));
    var more = matches.more() + options.size() - cut.size();
    return new FinderList(
        words,
        cut,
        matches.with(more).andMore(),
        options.isEmpty() && Patients.isUnfinished(words),
        !words.isEmpty() && person.actor().role().isAtDesk());
  }

  /** What one most likely wants of each; the first source that knows is believed. */
  Map<PatientId, Act> acts(SignedIn person, Collection<PatientId> found) {
    var acts = new HashMap<PatientId, Act>();
    if (found.isEmpty()) {
      return acts;
    }
    var open = new ArrayList<>(found);
    for (var source : likely.orderedStream().toList()) {
      source.of(person, List.copyOf(open)).forEach(acts::putIfAbsent);
      open.removeAll(acts.keySet());
    }
    return acts;
  }
}
