package dev.liaison.platform.database;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Where a Spring context takes its database from. Whoever starts a context registers one before the
 * context is refreshed ({@link #initializer}); the server may still be starting then.
 */
public final class DatabaseSource {
  private final LiaisonHome home;
  private final Supplier<LiaisonDatabase> database;

  private DatabaseSource(LiaisonHome home, Supplier<LiaisonDatabase> database) {
    this.home = home;
    this.database = database;
  }

  /** A database that is up already. */
  public static DatabaseSource of(LiaisonHome home, LiaisonDatabase database) {
    return new DatabaseSource(home, () -> database);
  }

  /** Starts at once, beside whatever the caller goes on with. */
  public static DatabaseSource starting(LiaisonHome home, Supplier<LiaisonDatabase> start) {
    var started = new CompletableFuture<LiaisonDatabase>();
    Thread.ofPlatform()
        .name("database-start")
        .start(() -> {
          try {
            started.complete(start.get());
          } catch (Throwable e) {
            started.completeExceptionally(e);
          }
        });
    return new DatabaseSource(
        home,
        () -> {
          try {
            return started.join();
          } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart plain
                ? new CannotStart(String.valueOf(plain.getMessage()), plain)
                : e;
          }
        });
  }

  /** The database that the environment means: an outside one, else the one inside the home. */
  public static LiaisonDatabase start(LiaisonHome home, Map<String, String> environment) {
    return isExternal(environment)
        ? ExternalPostgres.open(home, environment)
        : EmbeddedPostgres.start(home, Options.forUse());
  }

  /** The same for a command that may run beside the desk. */
  public static LiaisonDatabase join(LiaisonHome home, Map<String, String> environment) {
    return isExternal(environment)
        ? ExternalPostgres.open(home, environment)
        : EmbeddedPostgres.join(home, Options.forUse());
  }

  public static boolean isExternal(Map<String, String> environment) {
    return !environment.getOrDefault("LIAISON_DB_URL", "").isBlank();
  }

  public LiaisonHome home() {
    return home;
  }

  /** The database, once it is up. */
  public LiaisonDatabase database() {
    return database.get();
  }

  /** Makes this the source of a context's data sources. */
  public ApplicationContextInitializer<ConfigurableApplicationContext> initializer() {
    return context -> context.getBeanFactory().registerSingleton("databaseSource", this);
  }
}
