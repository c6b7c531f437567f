package org.hearsay.cli;

import com.google.inject.Injector;
import com.google.inject.Key;
import picocli.CommandLine;

/** Makes the commands that Guice knows, and leaves the rest to picocli. */
final class CommandFactory implements CommandLine.IFactory {
  private final Injector injector;

  CommandFactory(Injector injector) {
    this.injector = injector;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return injector.getExistingBinding(Key.get(type)) == null
        ? CommandLine.defaultFactory().create(type)
        : injector.getInstance(type);
  }
}
