package dev.liaison.patients;

import dev.liaison.patients.SearchQuestion.Born;
import dev.liaison.patients.SearchQuestion.Number;
import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds patients as one types. Only ranges and equalities are asked, which use their indexes under
 * a row policy too; a prefix is the range from itself to itself with the last character there is.
 */
@Repository
class PatientSearch {
  /** So many matches are looked at and counted; one who finds more types on. */
  static final int MOST = 200;

  static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  static final String BY_NUMBER =
      """
      (select id
      from patient
      where organization_id = :organization
          and birth_date >= :bornFrom
          and birth_date <= :bornUntil
      limit :most)
      union
      (select id
      from patient
      where organization_id = :organization
          and birth_date >= :orBornFrom
          and birth_date <= :orBornUntil
      limit :most)
      union
      (select id
      from patient
      where organization_id = :organization
          and mrn >= :digits
          and mrn <= :lastDigits
      limit :most)
      union
      (select patient_id
      from patient_telecom
      where organization_id = :organization
          and digits >= :phone
          and digits <= :lastPhone
      limit :most)
      union
      (select patient_id
      from patient_telecom
      where organization_id = :organization
          and local_digits >= :local
          and local_digits <= :lastLocal
      limit :most)
      """;

  // Driven by the longest word; the index gives whole words first, so that a cut list keeps them.
  static final String BY_WORDS =
      """
      with hit as (
          select w.patient_id, w.word
          from patient_word w
          where w.organization_id = :organization
              and w.word >= :word
              and w.word <= :lastWord
              and (cast(:among as uuid[]) is null or w.patient_id = any(cast(:among as uuid[])))
              and not exists (
                  select
                  from unnest(cast(:words as text[]), cast(:lastWords as text[])) as asked (word, last_word)
                  where not exists (
                      select
                      from patient_word other
                      where other.organization_id = :organization
                          and other.patient_id = w.patient_id
                          and other.word >= asked.word
                          and other.word <= asked.last_word))
          order by w.word
          limit :most
      )
      select patient_id as id, bool_or(word = :word) as whole
      from hit
      group by patient_id
      """;

  static final String IN_ORDER =
      """
      select p.id, p.mrn, p.family, p.given, p.suffix, p.preferred_name, p.native_name,
          p.birth_date, p.sex, p.language, p.deceased, phone.value as phone
      from unnest(cast(:patients as uuid[]), cast(:whole as boolean[])) as found (id, whole)
      join patient p on p.organization_id = :organization and p.id = found.id
      left join lateral (
          select t.value
          from patient_telecom t
          where t.organization_id = p.organization_id
              and t.patient_id = p.id
              and t.system = 'phone'
          order by t.position
          limit 1
      ) as phone on true
      order by p.deceased, found.whole desc, p.family collate "en-x-icu", p.given collate "en-x-icu",
          p.birth_date, p.id
      limit :limit
      """;

  private final JdbcClient jdbc;

  PatientSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  PatientMatches find(OrganizationId organization, SearchQuestion question, int limit) {
    if (question.isEmpty()) {
      return PatientMatches.NONE;
    }
    var among = byNumbers(organization, question.numbers());
    var hits =
        question.words().isEmpty()
            ? among.stream().map(id -> new Hit(id, false)).toList()
            : byWords(organization, question, question.numbers().isEmpty() ? null : among);
    if (hits.isEmpty()) {
      return PatientMatches.NONE;
    }
    var shown = inOrder(organization, hits, limit);
    return new PatientMatches(shown, hits.size() - shown.size(), hits.size() >= MOST);
  }

  private Set<UUID> byNumbers(OrganizationId organization, List<Number> numbers) {
    var common = new HashSet<UUID>();
    for (var at = 0; at < numbers.size(); at++) {
      var found = byNumber(organization, numbers.get(at), at == 0 && numbers.size() == 1);
      if (at == 0) {
        common.addAll(found);
      } else {
        common.retainAll(found);
      }
    }
    return common;
  }

  private Set<UUID> byNumber(OrganizationId organization, Number number, boolean alone) {
    var first = number.born().isEmpty() ? null : number.born().getFirst();
    var second = number.born().size() > 1 ? number.born().get(1) : null;
    var any = number.digits().isEmpty() ? null : number.digits();
    var phone = number.mayBePhone() ? number.digits() : null;
    var local = number.mayBeLocalPhone() ? number.digits() : null;
    return Set.copyOf(
        Rows.of(
            jdbc.sql(BY_NUMBER)
                .param("organization", organization.value())
                .param("bornFrom", from(first))
                .param("bornUntil", until(first))
                .param("orBornFrom", from(second))
                .param("orBornUntil", until(second))
                .param("digits", any)
                .param("lastDigits", last(any))
                .param("phone", phone)
                .param("lastPhone", last(phone))
                .param("local", local)
                .param("lastLocal", last(local))
                .param("most", alone ? MOST : 20 * MOST)
                .query(UUID.class)));
  }

  private List<Hit> byWords(
      OrganizationId organization, SearchQuestion question, @Nullable Set<UUID> among) {
    var others = new ArrayList<>(question.words());
    var longest = others.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    others.remove(longest);
    return Rows.of(
        jdbc.sql(BY_WORDS)
            .param("organization", organization.value())
            .param("word", longest)
            .param("lastWord", longest + LAST)
            .param("among", among == null ? null : among.toArray(UUID[]::new))
            .param("words", others.toArray(String[]::new))
            .param("lastWords", others.stream().map(word -> word + LAST).toArray(String[]::new))
            .param("most", MOST)
            .query(Hit.class));
  }

  private List<PatientSummary> inOrder(OrganizationId organization, List<Hit> hits, int limit) {
    return Rows.of(
            jdbc.sql(IN_ORDER)
                .param("organization", organization.value())
                .param("patients", hits.stream().map(Hit::id).toArray(UUID[]::new))
                .param("whole", hits.stream().map(Hit::whole).toArray(Boolean[]::new))
                .param("limit", limit)
                .query(SummaryRow.class))
        .stream()
        .map(SummaryRow::summary)
        .toList();
  }

  private static @Nullable LocalDate from(@Nullable Born born) {
    return born == null ? null : born.from();
  }

  private static @Nullable LocalDate until(@Nullable Born born) {
    return born == null ? null : born.until();
  }

  private static @Nullable String last(@Nullable String prefix) {
    return prefix == null ? null : prefix + LAST;
  }

  /** A patient whose name fits; {@code whole} when a word is just what was typed. */
  record Hit(UUID id, boolean whole) {}
}
