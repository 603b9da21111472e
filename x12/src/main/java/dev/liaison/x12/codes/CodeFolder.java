package dev.liaison.x12.codes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lists as files in a folder, each read when it is first asked for. A list may be spread over
 * several files; names begin as {@link #FILES} says and end in {@code .csv} or {@code .csv.gz}.
 */
public final class CodeFolder implements CodeLists {
  private static final Map<CodeList, List<String>> FILES = files();

  private final Path folder;
  private final Map<CodeList, List<CodeTable>> tables = new EnumMap<>(CodeList.class);

  public CodeFolder(Path folder) {
    this.folder = folder;
  }

  private static Map<CodeList, List<String>> files() {
    var files = new HashMap<CodeList, List<String>>();
    files.put(CodeList.ADJUSTMENT_REASON, List.of("carc"));
    files.put(
        CodeList.REMARK, List.of("rarc", "pyx12_remark_code", "tigershark_remittance_advice"));
    files.put(
        CodeList.CLAIM_STATUS_CATEGORY, List.of("claim_status_category", "pyx12_claim_status_cat"));
    files.put(CodeList.CLAIM_STATUS, List.of("claim_status_codes", "pyx12_claim_status_values"));
    files.put(
        CodeList.SERVICE_TYPE,
        List.of("service_type", "pyx12_service_type", "tigershark_service_type"));
    files.put(CodeList.PLACE_OF_SERVICE, List.of("place_of_service"));
    files.put(CodeList.DIAGNOSIS, List.of("icd10cm"));
    files.put(CodeList.PROCEDURE, List.of("hcpcs"));
    files.put(CodeList.REVENUE, List.of("revenue_codes"));
    files.put(CodeList.DIAGNOSIS_RELATED_GROUP, List.of("ms_drg"));
    files.put(CodeList.DISCHARGE_STATUS, List.of("patient_discharge_status"));
    files.put(CodeList.CONDITION, List.of("condition_codes"));
    files.put(CodeList.TAXONOMY, List.of("nucc_taxonomy"));
    return Map.copyOf(files);
  }

  @Override
  public Standing standing(CodeList list, String code, @Nullable LocalDate on) {
    if (list == CodeList.NPI) {
      return Npi.valid(code) ? Standing.KNOWN : Standing.UNKNOWN;
    }
    var standing = Standing.NO_LIST;
    for (var table : tables.computeIfAbsent(list, this::read)) {
      var here = table.standing(code, on);
      if (here == Standing.KNOWN) {
        return here;
      }
      standing = here == Standing.OUT_OF_DATE || standing == Standing.NO_LIST ? here : standing;
    }
    return standing;
  }

  private List<CodeTable> read(CodeList list) {
    var beginnings = FILES.getOrDefault(list, List.of());
    try (var files = Files.list(folder)) {
      return files.filter(file -> named(file, beginnings)).sorted().map(CodeFolder::table).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean named(Path file, List<String> beginnings) {
    var name = String.valueOf(file.getFileName());
    return (name.endsWith(".csv") || name.endsWith(".csv.gz"))
        && beginnings.stream().anyMatch(name::startsWith);
  }

  private static CodeTable table(Path file) {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return CodeTable.read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
