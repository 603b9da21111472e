package dev.liaison.patients;

import dev.liaison.patients.SearchQuestion.Number;
import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

  // Driven by one number, which may be a birth date, a record number or a phone; every other one is
  // tested where the patient stands, so that the limit cuts only those who fit in all.
  static final String BY_NUMBER =
      """
      with hit as (
          select found.id
          from (
              select id
              from patient
              where organization_id = :organization
                  and birth_date >= cast(:bornFrom as date)
                  and birth_date <= cast(:bornUntil as date)
              union all
              select id
              from patient
              where organization_id = :organization
                  and birth_date >= cast(:orBornFrom as date)
                  and birth_date <= cast(:orBornUntil as date)
              union all
              select id
              from patient
              where organization_id = :organization
                  and mrn >= :digits
                  and mrn <= :lastDigits
              union all
              select patient_id
              from patient_telecom
              where organization_id = :organization
                  and digits >= :phone
                  and digits <= :lastPhone
              union all
              select patient_id
              from patient_telecom
              where organization_id = :organization
                  and local_digits >= :local
                  and local_digits <= :lastLocal
          ) as found
          where not exists (
              select
              from unnest(cast(:bornFroms as date[]), cast(:bornUntils as date[]), cast(:orBornFroms as date[]),
                  cast(:orBornUntils as date[]), cast(:digitses as text[]), cast(:lastDigitses as text[]),
                  cast(:phones as text[]), cast(:lastPhones as text[]), cast(:locals as text[]),
                  cast(:lastLocals as text[]))
                  as asked (born_from, born_until, or_born_from, or_born_until, digits, last_digits,
                      phone, last_phone, local, last_local)
              where not exists (
                      select
                      from patient p
                      where p.organization_id = :organization
                          and p.id = found.id
                          and (p.birth_date >= asked.born_from and p.birth_date <= asked.born_until
                              or p.birth_date >= asked.or_born_from and p.birth_date <= asked.or_born_until
                              or p.mrn >= asked.digits and p.mrn <= asked.last_digits))
                  and not exists (
                      select
                      from patient_telecom t
                      where t.organization_id = :organization
                          and t.patient_id = found.id
                          and (t.digits >= asked.phone and t.digits <= asked.last_phone
                              or t.local_digits >= asked.local and t.local_digits <= asked.last_local)))
          limit :most + 1
      )
      select id, false as whole, (select count(*) from hit) > :most as cut
      from hit
      group by id
      """;

  // Driven by the longest word; the index gives whole words first, so that a cut list keeps them.
  // Numbers are tested here too: of those who have a number as common as an area code, only a part
  // could be handed over.
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
              and not exists (
                  select
                  from unnest(cast(:bornFroms as date[]), cast(:bornUntils as date[]), cast(:orBornFroms as date[]),
                      cast(:orBornUntils as date[]), cast(:digitses as text[]), cast(:lastDigitses as text[]),
                      cast(:phones as text[]), cast(:lastPhones as text[]), cast(:locals as text[]),
                      cast(:lastLocals as text[]))
                      as asked (born_from, born_until, or_born_from, or_born_until, digits, last_digits,
                          phone, last_phone, local, last_local)
                  where not exists (
                          select
                          from patient p
                          where p.organization_id = :organization
                              and p.id = w.patient_id
                              and (p.birth_date >= asked.born_from and p.birth_date <= asked.born_until
                                  or p.birth_date >= asked.or_born_from and p.birth_date <= asked.or_born_until
                                  or p.mrn >= asked.digits and p.mrn <= asked.last_digits))
                      and not exists (
                          select
                          from patient_telecom t
                          where t.organization_id = :organization
                              and t.patient_id = w.patient_id
                              and (t.digits >= asked.phone and t.digits <= asked.last_phone
                                  or t.local_digits >= asked.local and t.local_digits <= asked.last_local)))
          order by w.word
          limit :most + 1
      )
      select patient_id as id, bool_or(word = :word) as whole, (select count(*) from hit) > :most as cut
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
    var hits = hits(organization, question);
    if (hits.isEmpty()) {
      return PatientMatches.NONE;
    }
    var shown = inOrder(organization, hits, limit);
    return new PatientMatches(shown, hits.size() - shown.size(), isCut(hits));
  }

  /** A short word may stand in half of the names; few people have a number, unless it is short. */
  private List<Hit> hits(OrganizationId organization, SearchQuestion question) {
    if (question.numbers().isEmpty()) {
      return byWords(organization, question, null);
    }
    var numbered = byNumbers(organization, question.numbers());
    if (question.words().isEmpty() || numbered.isEmpty()) {
      return numbered;
    }
    return byWords(organization, question, isCut(numbered) ? null : numbered);
  }

  private static boolean isCut(List<Hit> hits) {
    return !hits.isEmpty() && hits.getFirst().cut();
  }

  /** Driven by the number that fewest have: a whole date, else the longest. */
  private List<Hit> byNumbers(OrganizationId organization, List<Number> numbers) {
    var others = new ArrayList<>(numbers);
    var rarest =
        others.stream()
            .max(
                Comparator.comparingInt(
                    number -> number.digits().isEmpty() ? 8 : number.digits().length()))
            .orElseThrow();
    others.remove(rarest);
    var ranges = NumberRanges.of(rarest);
    return Rows.of(
        tested(jdbc.sql(BY_NUMBER), others)
            .param("organization", organization.value())
            .param("bornFrom", ranges.bornFrom())
            .param("bornUntil", ranges.bornUntil())
            .param("orBornFrom", ranges.orBornFrom())
            .param("orBornUntil", ranges.orBornUntil())
            .param("digits", ranges.digits())
            .param("lastDigits", last(ranges.digits()))
            .param("phone", ranges.phone())
            .param("lastPhone", last(ranges.phone()))
            .param("local", ranges.local())
            .param("lastLocal", last(ranges.local()))
            .param("most", MOST)
            .query(Hit.class));
  }

  private List<Hit> byWords(
      OrganizationId organization, SearchQuestion question, @Nullable List<Hit> among) {
    var others = new ArrayList<>(question.words());
    var longest = others.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    others.remove(longest);
    return Rows.of(
        tested(jdbc.sql(BY_WORDS), question.numbers())
            .param("organization", organization.value())
            .param("word", longest)
            .param("lastWord", longest + LAST)
            .param("among", among == null ? null : among.stream().map(Hit::id).toArray(UUID[]::new))
            .param("words", others.toArray(String[]::new))
            .param("lastWords", others.stream().map(word -> word + LAST).toArray(String[]::new))
            .param("most", MOST)
            .query(Hit.class));
  }

  /** The numbers of which each must fit, a column each of what one may be. */
  private static StatementSpec tested(StatementSpec statement, List<Number> numbers) {
    var ranges = numbers.stream().map(NumberRanges::of).toList();
    return statement
        .param("bornFroms", texts(ranges, NumberRanges::bornFrom))
        .param("bornUntils", texts(ranges, NumberRanges::bornUntil))
        .param("orBornFroms", texts(ranges, NumberRanges::orBornFrom))
        .param("orBornUntils", texts(ranges, NumberRanges::orBornUntil))
        .param("digitses", texts(ranges, NumberRanges::digits))
        .param("lastDigitses", texts(ranges, range -> last(range.digits())))
        .param("phones", texts(ranges, NumberRanges::phone))
        .param("lastPhones", texts(ranges, range -> last(range.phone())))
        .param("locals", texts(ranges, NumberRanges::local))
        .param("lastLocals", texts(ranges, range -> last(range.local())));
  }

  private static @Nullable String[] texts(
      List<NumberRanges> ranges, Function<NumberRanges, @Nullable String> column) {
    return ranges.stream().map(column).toArray(String[]::new);
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

  private static @Nullable String last(@Nullable String prefix) {
    return prefix == null ? null : prefix + LAST;
  }

  /**
   * A patient who fits.
   *
   * @param whole when a word is just what was typed
   * @param cut of all hits alike: there may be more than these
   */
  record Hit(UUID id, boolean whole, boolean cut) {}
}
