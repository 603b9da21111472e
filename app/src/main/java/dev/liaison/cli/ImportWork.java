package dev.liaison.cli;

import dev.liaison.identity.Identity;
import dev.liaison.identity.Organization;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The frame of every import: whose data it is, where it lies, how it ends. */
abstract class ImportWork extends WorkCommand {
  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description = "Whose data it is. Not needed where there is one; made where it is missing.")
  private @Nullable String organization;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders to read.")
  private List<Path> paths = List.of();

  ImportWork(Surroundings surroundings) {
    super(surroundings);
  }

  /** What to call a new organization when the command line does not say; the paths are there. */
  Optional<String> organizationNamed(ApplicationContext context, List<Path> paths)
      throws Exception {
    return Optional.empty();
  }

  /** Reads the paths, all of which are there, into the actor's organization. */
  abstract ImportReport load(
      ApplicationContext context, Actor actor, List<Path> paths, Report report) throws Exception;

  /** Whether the options ask for a list of what is here instead of an import. */
  boolean readsNothing() {
    return false;
  }

  /**
   * Answers with that list.
   *
   * @param actor null where the organization is not made yet: nothing of it can be here
   */
  int list(ApplicationContext context, @Nullable Actor actor, Report report) throws Exception {
    throw new WrongUse("There is nothing to list.");
  }

  @Override
  final int work(ApplicationContext context, Report report) throws Exception {
    refuseMissing();
    var identity = context.getBean(Identity.class);
    if (readsNothing()) {
      var there = known(identity.listOrganizations());
      return list(context, there.map(Actor::system).orElse(null), report);
    }
    var otherwise = organizationNamed(context, paths).orElse("My facility");
    var actor = Actor.system(organization(identity, otherwise, report));
    var loaded = load(context, actor, paths, report);
    loaded.notes().forEach(report::say);
    if (loaded.parkedAt() != null) {
      report.say("parked ones and their reasons: " + loaded.parkedAt());
    }
    report.say(loaded.closingLine());
    report.answer(json(loaded));
    return loaded.exitCode();
  }

  private void refuseMissing() {
    if (paths.isEmpty() && !readsNothing()) {
      throw new WrongUse("Say which files or folders to read.");
    }
    for (var path : paths) {
      if (!Files.isReadable(path)) {
        throw new WrongUse("There is no file or folder %s that can be read.".formatted(path));
      }
    }
  }

  private OrganizationId organization(Identity identity, String otherwise, Report report) {
    return known(identity.listOrganizations())
        .orElseGet(() -> {
          var wanted = wanted(otherwise);
          report.say("new organization: " + wanted);
          return identity.createOrganization(wanted);
        });
  }

  /** The organization that is meant; empty where it is not made yet. */
  private Optional<OrganizationId> known(List<Organization> there) {
    if (organization == null && there.size() == 1) {
      return Optional.of(there.getFirst().id());
    }
    if (organization == null && !there.isEmpty()) {
      throw new WrongUse(
          "There are several organizations; say whose data this is by --organization: %s."
              .formatted(there.stream().map(Organization::name).collect(Collectors.joining(", "))));
    }
    if (organization == null) {
      return Optional.empty();
    }
    var wanted = wanted(organization);
    return there.stream()
        .filter(each -> each.name().equalsIgnoreCase(wanted))
        .findFirst()
        .map(Organization::id);
  }

  private String wanted(String otherwise) {
    var wanted = organization == null ? otherwise : organization.strip();
    if (wanted.isEmpty() || wanted.length() > 200) {
      throw new WrongUse("The name of an organization has 1 to 200 characters.");
    }
    return wanted;
  }

  private static LinkedHashMap<String, Object> json(ImportReport loaded) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("imported", loaded.imported());
    answer.put("unchanged", loaded.unchanged());
    answer.put("parked", loaded.parked());
    answer.put("notes", loaded.notes());
    if (loaded.parkedAt() != null) {
      answer.put("parkedAt", loaded.parkedAt().toString());
    }
    return answer;
  }
}
