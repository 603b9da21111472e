package dev.liaison.testing;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.tenancy.UserId;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * A fresh organization with one clinic, so that a test shares the database with all others and
 * neither sees them nor cleans up. Rows are written by plain SQL: what a test stands on should not
 * be what it tests.
 */
public final class TestDesk {
  public static final String PASSWORD = "a synthetic password";
  public static final ZoneId ZONE = ZoneId.of("America/Chicago");

  private static final String PASSWORD_HASH =
      new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(PASSWORD);

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final AtomicInteger numbers = new AtomicInteger();

  public final OrganizationId organization = new OrganizationId(Ids.next());
  public final LocationId clinic;
  public final User coordinator;

  /** A person who can log in here. */
  public record User(Actor actor, String login, String displayName) {}

  private TestDesk(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    jdbc.sql("insert into organization (id, name) values (:id, :name)")
        .param("id", organization.value())
        .param("name", "Test " + organization.value())
        .update();
    this.clinic = hasLocation("clinic", "Juniper Flats Clinic", ZONE);
    this.coordinator = hasUser(Role.COORDINATOR, "Rosa Delgado");
  }

  /** A new organization in the shared database. */
  public static TestDesk open() {
    var database = TestDatabase.get();
    return new TestDesk(database.jdbc(), database.transactions());
  }

  /** A new organization in another database. */
  public static TestDesk open(JdbcClient jdbc, Transactions transactions) {
    return new TestDesk(jdbc, transactions);
  }

  /** Who acts where no particular person is meant. */
  public Actor actor() {
    return coordinator.actor();
  }

  public User hasUser(Role role, String displayName) {
    var id = Ids.next();
    var login = "user-" + id;
    jdbc.sql("insert into login (id, name, password_hash) values (:id, :name, :hash)")
        .param("id", id)
        .param("name", login)
        .param("hash", PASSWORD_HASH)
        .update();
    var user = new User(new Actor(new UserId(id), organization, role, null), login, displayName);
    joins(user, role);
    return user;
  }

  /** Gives a person of another organization a role here as well. */
  public void joins(User user, Role role) {
    inside(
        """
        insert into membership (organization_id, login_id, role, display_name)
        values (:organization, :login, :role, :name)
        """,
        sql ->
            sql.param("login", user.actor().user().value())
                .param("role", role.code())
                .param("name", user.displayName()));
  }

  public LocationId hasLocation(String key, String name, ZoneId zone) {
    var id = Ids.next();
    inside(
        """
        insert into location (organization_id, id, key, name, zone, position)
        values (:organization, :id, :key, :name, :zone, :position)
        """,
        sql ->
            sql.param("id", id)
                .param("key", key)
                .param("name", name)
                .param("zone", zone.getId())
                .param("position", numbers.incrementAndGet()));
    return new LocationId(id);
  }

  /** A physician called {@code Dr. FAMILY} who can be booked every day from 8:00 to 17:00. */
  public ResourceId hasPhysician(String family) {
    var physician = hasPhysicianWithoutHours(family);
    worksDaily(physician, "08:00", "17:00");
    return physician;
  }

  public ResourceId hasPhysicianWithoutHours(String family) {
    var id = hasResource("practitioner", "physician", "Dr. " + family, null);
    inside(
        """
        insert into practitioner (organization_id, id, family, given, prefix, credential, specialty)
        values (:organization, :id, :family, 'Ada', 'Dr.', 'MD', 'Family')
        """,
        sql -> sql.param("id", id.value()).param("family", family));
    return id;
  }

  public ResourceId hasRoom(String name) {
    return hasResource("room", "exam-room", name, clinic);
  }

  /** A device of that kind which can be booked every day from 8:00 to 17:00. */
  public ResourceId hasDevice(String kind, String name) {
    var device = hasResource("device", kind, name, clinic);
    worksDaily(device, "08:00", "17:00");
    return device;
  }

  private ResourceId hasResource(
      String category,
      String kind,
      String name,
      @org.jspecify.annotations.Nullable LocationId location) {
    var id = Ids.next();
    var number = numbers.incrementAndGet();
    inside(
        """
        insert into resource (organization_id, id, key, category, kind, name, location_id, position)
        values (:organization, :id, :key, :category, :kind, :name, :location, :position)
        """,
        sql ->
            sql.param("id", id)
                .param("key", category + "-" + number)
                .param("category", category)
                .param("kind", kind)
                .param("name", name)
                .param("location", location == null ? null : location.value())
                .param("position", number));
    return new ResourceId(id);
  }

  public void worksDaily(ResourceId resource, String from, String until) {
    for (var day = 1; day <= 7; day++) {
      works(resource, day, from, until);
    }
  }

  /** One weekly session at the clinic, from 2020 to 2040. */
  public void works(ResourceId resource, int isoDay, String from, String until) {
    inside(
        """
        insert into weekly_session
            (organization_id, id, resource_id, location_id, day_of_week, starts, ends, valid_from, valid_until)
        values (:organization, :id, :resource, :location, :day, :starts, :ends, :from, :until)
        """,
        sql ->
            sql.param("id", Ids.next())
                .param("resource", resource.value())
                .param("location", clinic.value())
                .param("day", isoDay)
                .param("starts", LocalTime.parse(from))
                .param("ends", LocalTime.parse(until))
                .param("from", LocalDate.of(2020, 1, 1))
                .param("until", LocalDate.of(2040, 12, 31)));
  }

  /** A type that needs a physician for as long as the patient stays. */
  public AppointmentTypeId hasType(String name, String code, int minutes) {
    var id = hasTypeWithoutNeeds(name, code, minutes);
    needs(id, 0, "physician", 0, minutes);
    return id;
  }

  public AppointmentTypeId hasTypeWithoutNeeds(String name, String code, int minutes) {
    var id = Ids.next();
    inside(
        """
        insert into appointment_type (organization_id, id, key, name, code, family, minutes, position)
        values (:organization, :id, :key, :name, :code, 'blue', :minutes, :position)
        """,
        sql ->
            sql.param("id", id)
                .param("key", code.toLowerCase(Locale.ROOT))
                .param("name", name)
                .param("code", code)
                .param("minutes", minutes)
                .param("position", numbers.incrementAndGet()));
    return new AppointmentTypeId(id);
  }

  public void needs(AppointmentTypeId type, int position, String kind, int offset, int busy) {
    inside(
        """
        insert into appointment_type_need
            (organization_id, appointment_type_id, position, resource_kind, offset_minutes, busy_minutes)
        values (:organization, :type, :position, :kind, :offset, :busy)
        """,
        sql ->
            sql.param("type", type.value())
                .param("position", position)
                .param("kind", kind)
                .param("offset", offset)
                .param("busy", busy));
  }

  /** A patient born on April 2, 1961, with a phone, found by the words of the name. */
  public PatientId hasPatient(String family, String given) {
    return hasPatient(family, given, LocalDate.of(1961, 4, 2));
  }

  public PatientId hasPatient(String family, String given, LocalDate birthDate) {
    var id = Ids.next();
    var number = numbers.incrementAndGet();
    inside(
        """
        insert into patient
            (organization_id, id, mrn, family, given, birth_date, sex, language, created_by)
        values (:organization, :id, :mrn, :family, :given, :birthDate, 'female', 'en', :by)
        """,
        sql ->
            sql.param("id", id)
                .param("mrn", String.valueOf(900_000 + number))
                .param("family", family)
                .param("given", given)
                .param("birthDate", birthDate)
                .param("by", coordinator.actor().user().value()));
    inside(
        """
        insert into patient_telecom (organization_id, patient_id, position, system, use, value, digits)
        values (:organization, :id, 0, 'phone', 'mobile', :value, :digits)
        """,
        sql ->
            sql.param("id", id)
                .param("value", "(402) 555-01%02d".formatted(number % 100))
                .param("digits", "40255501%02d".formatted(number % 100)));
    inside(
        """
        insert into patient_word (organization_id, word, patient_id)
        select :organization, word, :id
        from unnest(cast(:words as text[])) as w (word)
        on conflict do nothing
        """,
        sql -> sql.param("id", id).param("words", words(family + " " + given)));
    return new PatientId(id);
  }

  private static String[] words(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT)
        .split("[^\\p{L}\\p{N}]+");
  }

  /** What a statement of this organization answers, for looking at rows. */
  public <T> T asks(java.util.function.Function<JdbcClient, T> question) {
    return transactions.reading(actor(), () -> question.apply(jdbc));
  }

  /** How many rows of a table this organization has. */
  public long countOf(String table) {
    return asks(sql -> sql.sql("select count(*) from " + table).query(Long.class).single());
  }

  public UUID id() {
    return organization.value();
  }

  private void inside(
      String sql, java.util.function.UnaryOperator<JdbcClient.StatementSpec> parameters) {
    transactions.as(
        Actor.system(organization),
        tx -> parameters.apply(jdbc.sql(sql).param("organization", organization.value())).update());
  }
}
