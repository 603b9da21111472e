package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.At;
import dev.liaison.facility.FacilityFile.ResourceEntry;
import dev.liaison.facility.FacilityFile.TypeEntry;
import dev.liaison.platform.tenancy.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a file asks for that belongs already to something the file does not name. */
@Repository
class TakenKeys {
  private final JdbcClient jdbc;

  TakenKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Held(String what, String key) {}

  List<FileFault> faults(OrganizationId organization, FacilityFile file) {
    var faults = new ArrayList<FileFault>();
    faults.addAll(npis(organization, file));
    faults.addAll(codes(organization, file));
    faults.addAll(categories(organization, file));
    return faults;
  }

  private static final String NPIS =
      """
      select p.npi as what, r.key
      from practitioner p
      join resource r on r.organization_id = p.organization_id
          and r.id = p.id
      where p.organization_id = :organization
          and p.npi = any(:asked)
          and not r.key = any(:keys)
      """;

  private List<FileFault> npis(OrganizationId organization, FacilityFile file) {
    var asked = file.resources().stream().map(FacilityRules::npi).filter(Objects::nonNull).toList();
    var held =
        held(NPIS, organization, asked, file.resources().stream().map(ResourceEntry::key).toList());
    return asked(file.resources(), "npi", ResourceEntry::at, FacilityRules::npi, held);
  }

  private static final String CODES =
      """
      select code as what, key
      from appointment_type
      where organization_id = :organization
          and code = any(:asked)
          and not key = any(:keys)
      """;

  private List<FileFault> codes(OrganizationId organization, FacilityFile file) {
    var asked = file.types().stream().map(TypeEntry::code).toList();
    var held = held(CODES, organization, asked, file.types().stream().map(TypeEntry::key).toList());
    return asked(file.types(), "code", TypeEntry::at, TypeEntry::code, held);
  }

  private static <T> List<FileFault> asked(
      List<T> entries,
      String name,
      Function<T, At> at,
      Function<T, @Nullable String> value,
      Map<String, String> held) {
    var faults = new ArrayList<FileFault>();
    for (var entry : entries) {
      var asked = value.apply(entry);
      var holder = asked == null ? null : held.get(asked);
      if (holder != null) {
        faults.add(
            at.apply(entry)
                .fault(
                    name,
                    asked
                        + " belongs to "
                        + holder
                        + ", which this file does not name; keep its key, or give another."));
      }
    }
    return faults;
  }

  private static final String CATEGORIES =
      """
      select category as what, key
      from resource
      where organization_id = :organization
          and key = any(:keys)
      """;

  private List<FileFault> categories(OrganizationId organization, FacilityFile file) {
    var keys = file.resources().stream().map(ResourceEntry::key).toArray(String[]::new);
    var known =
        jdbc
            .sql(CATEGORIES)
            .param("organization", organization.value())
            .param("keys", keys)
            .query(Held.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Held::key, Held::what));
    var faults = new ArrayList<FileFault>();
    for (var resource : file.resources()) {
      var before = known.get(resource.key());
      var now = resource.category().name().toLowerCase(Locale.ROOT);
      if (before != null && !before.equals(now)) {
        faults.add(
            resource
                .at()
                .fault(
                    "key",
                    resource.key()
                        + " is the key of a "
                        + before
                        + " already; a "
                        + now
                        + " needs one of its own."));
      }
    }
    return faults;
  }

  private Map<String, String> held(
      String sql, OrganizationId organization, List<String> asked, List<String> keys) {
    return jdbc
        .sql(sql)
        .param("organization", organization.value())
        .param("asked", asked.toArray(String[]::new))
        .param("keys", keys.toArray(String[]::new))
        .query(Held.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Held::what, Held::key));
  }
}
