package org.hearsay.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "hearsay " + (version == null ? "unpackaged" : version) + ", Java " + Runtime.version()
    };
  }
}
