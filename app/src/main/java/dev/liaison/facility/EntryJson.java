package dev.liaison.facility;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Entries on their way to the database: one JSON array a statement, fields named like columns. */
@Component
class EntryJson {
  private final JsonMapper json =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  String write(List<?> entries) {
    return json.writeValueAsString(entries);
  }
}
