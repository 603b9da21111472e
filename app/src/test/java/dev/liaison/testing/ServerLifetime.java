package dev.liaison.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Stops the database server when the last test of the run is done, contexts before it. */
public class ServerLifetime implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(ServerLifetime.class))
        .computeIfAbsent("server", key -> (AutoCloseable) TestDatabase::stop, AutoCloseable.class);
  }
}
