package dev.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void an_id_tells_its_version_its_variant_and_when_it_was_made() {
    var before = Instant.now().toEpochMilli();
    var id = Ids.next();
    var after = Instant.now().toEpochMilli();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
  }

  @Test
  void no_id_comes_twice() {
    assertThat(Stream.generate(Ids::next).limit(10_000).distinct().count()).isEqualTo(10_000);
  }

  @Test
  void a_later_one_sorts_behind_an_earlier_one() throws InterruptedException {
    UUID earlier = Ids.next();
    Thread.sleep(2);

    assertThat(Ids.next().toString()).isGreaterThan(earlier.toString());
  }
}
