package dev.liaison.patients.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.desk.FinderList.Option;
import dev.liaison.web.Command;
import dev.liaison.web.CommandSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Patients behind Ctrl K, those here today on top with their likely act; and registering one. */
@Component
@Order(10)
class PatientCommands implements CommandSource {
  private static final String REGISTER = "Register a patient";

  private final PatientFinder finder;

  PatientCommands(PatientFinder finder) {
    this.finder = finder;
  }

  @Override
  public List<Command> find(SignedIn person, String words) {
    var commands = new ArrayList<Command>();
    if (words.codePointCount(0, words.length()) >= 2) {
      finder.find(person, words, 6).options().stream()
          .map(PatientCommands::command)
          .forEach(commands::add);
    }
    if (person.actor().role().isAtDesk() && fits(words)) {
      commands.add(
          new Command(
              Command.Group.ACTS, "user-plus", REGISTER, null, null, "/patients/new", false, null));
    }
    return List.copyOf(commands);
  }

  private static Command command(Option option) {
    var detail = "Born %s · %s · MRN %s".formatted(option.born(), option.ageAndSex(), option.mrn());
    var act = option.act();
    return Command.patient(
        option.patient().name().listed(),
        act == null ? detail : detail + " · " + act.state(),
        act == null ? null : act.words(),
        option.href());
  }

  /** Every word typed begins one of the command. */
  private static boolean fits(String words) {
    var own = (REGISTER + " new add").toLowerCase(Locale.ROOT).split(" ");
    for (var word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      var begins = false;
      for (var each : own) {
        begins |= each.startsWith(word);
      }
      if (!begins) {
        return false;
      }
    }
    return true;
  }
}
