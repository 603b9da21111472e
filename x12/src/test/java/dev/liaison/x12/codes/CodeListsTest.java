package dev.liaison.x12.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.x12.Fault;
import dev.liaison.x12.FileCheck;
import dev.liaison.x12.Samples;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.codes.CodeLists.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeListsTest {
  @TempDir private Path folder;

  @Test
  void a_code_that_no_list_has_is_a_warning_at_its_place() throws IOException {
    Files.writeString(folder.resolve("carc_made_up.csv"), "code,display\n45,\"above, the fee\"\n");
    var errors = new ArrayList<X12Error>();

    var result =
        FileCheck.check(
            new ByteArrayInputStream(
                Samples.sample("835/835__apimeister__x221-claim-adjustment-reason-code-45.edi")),
            new CodeFolder(folder),
            errors::add);

    assertThat(result.sound()).isTrue();
    assertThat(errors.stream().filter(error -> error.segment().equals("CAS")))
        .extracting(X12Error::value)
        .containsExactly("204", "97");
    assertThat(errors).extracting(X12Error::fault).containsOnly(Fault.UNKNOWN_CODE);
  }

  @Test
  void a_list_that_is_not_there_says_nothing() {
    assertThat(new CodeFolder(folder).standing(CodeList.REMARK, "N4", null))
        .isEqualTo(Standing.NO_LIST);
  }

  @Test
  void a_code_counts_on_the_days_that_its_list_names() throws IOException {
    Files.writeString(
        folder.resolve("carc.csv"),
        "code,description,effective,terminated\nA1,made up,2010-01-01,2015-06-30\n");
    var lists = new CodeFolder(folder);

    assertThat(lists.standing(CodeList.ADJUSTMENT_REASON, "A1", LocalDate.parse("2012-01-01")))
        .isEqualTo(Standing.KNOWN);
    assertThat(lists.standing(CodeList.ADJUSTMENT_REASON, "A1", LocalDate.parse("2015-07-01")))
        .isEqualTo(Standing.OUT_OF_DATE);
    assertThat(lists.standing(CodeList.ADJUSTMENT_REASON, "A1", null)).isEqualTo(Standing.KNOWN);
  }

  @Test
  void compressed_lists_quotes_and_line_breaks_are_read() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("hcpcs_x.csv.gz")))) {
      out.write(
          "hcpcs,short_description\r\nZ0001,\"two\nlines, \"\"quoted\"\"\"\r\nZ0002,x"
              .getBytes(StandardCharsets.UTF_8));
    }
    var lists = new CodeFolder(folder);

    assertThat(lists.standing(CodeList.PROCEDURE, "Z0001", null)).isEqualTo(Standing.KNOWN);
    assertThat(lists.standing(CodeList.PROCEDURE, "Z0002", null)).isEqualTo(Standing.KNOWN);
    assertThat(lists.standing(CodeList.PROCEDURE, "Z0003", null)).isEqualTo(Standing.UNKNOWN);
    var table =
        CodeTable.read(
            new ByteArrayInputStream(
                "value,description\nA,\"it \"\"is\"\"\"\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(table.text("A")).contains("it \"is\"");
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_no_list_is_refused() {
    assertThatThrownBy(() ->
            CodeTable.read(new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no column of codes");
  }

  @Test
  void an_npi_is_known_by_its_check_digit() {
    assertThat(Npi.valid("1234567893")).isTrue();
    assertThat(Npi.valid("1234567890")).isFalse();
    assertThat(Npi.valid("123456789")).isFalse();
  }
}
