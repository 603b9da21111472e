package dev.liaison.cli;

import dev.liaison.platform.database.DatabaseSource;
import dev.liaison.platform.database.PrivateFiles;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/**
 * A command that works on the data through the faces of the modules, beside a desk that serves or
 * without one. A new one extends this (or {@link ImportWork}), is annotated with {@code @Command},
 * and is named in the subcommands of its parent.
 */
abstract class WorkCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--demo", description = "Work on the demo's data.")
  private boolean demo;

  @Option(names = "--json", description = "Answer in JSON, for machines.")
  private boolean json;

  WorkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Does the work.
   *
   * @param context the product without its pages; beans are made when they are asked for
   * @return a code of {@link ExitCode}
   */
  abstract int work(ApplicationContext context, Report report) throws Exception;

  @Override
  public final Integer call() throws Exception {
    var chosen = surroundings.choose(demo);
    var environment = chosen.environment(surroundings.environment());
    try (var database = DatabaseSource.join(chosen.home(), environment);
        var context = contextOn(DatabaseSource.of(chosen.home(), database))) {
      return work(context, new Report(surroundings.out(), surroundings.err(), json));
    }
  }

  private ConfigurableApplicationContext contextOn(DatabaseSource source) {
    PrivateFiles.createFolder(source.home().logs());
    var application = new SpringApplication(surroundings.application());
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.setAdditionalProfiles("command");
    application.addInitializers(source.initializer(), WorkCommand::leaveOutRunners);
    return application.run(
        "--liaison.database.pool=4",
        "--logging.file.name=" + source.home().logs().resolve("command.log"),
        "--logging.threshold.console=off");
  }

  /**
   * What runs when a desk starts (a first administrator's code, say) is not a command's business.
   */
  private static void leaveOutRunners(ConfigurableApplicationContext context) {
    context.addBeanFactoryPostProcessor(WorkCommand::removeRunners);
  }

  private static void removeRunners(ConfigurableListableBeanFactory beans) {
    for (var kind : List.<Class<?>>of(ApplicationRunner.class, CommandLineRunner.class)) {
      for (var runner : beans.getBeanNamesForType(kind, true, false)) {
        ((BeanDefinitionRegistry) beans).removeBeanDefinition(runner);
      }
    }
  }
}
