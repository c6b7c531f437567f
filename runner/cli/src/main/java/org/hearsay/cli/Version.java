package org.hearsay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

  /**
   * The commit that this program was built from, with {@code -dirty} behind it if files had changed
   * since; null if it was built elsewhere.
   */
  static @Nullable String commit() {
    Properties git = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("git.properties")) {
      if (file != null) {
        git.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("git.properties is part of this program", e);
    }
    String commit = git.getProperty("git.commit.id.abbrev");
    boolean dirty = Boolean.parseBoolean(git.getProperty("git.dirty"));
    return commit == null || !dirty ? commit : commit + "-dirty";
  }

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    String commit = commit();
    return new String[] {
      "hearsay "
          + (version == null ? "unpackaged" : version)
          + (commit == null ? "" : " (" + commit + ")")
          + ", Java "
          + Runtime.version()
    };
  }
}
