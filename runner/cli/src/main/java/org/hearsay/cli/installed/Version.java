package org.hearsay.cli.installed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class Version implements IVersionProvider {

  /**
   * The commit that this program was built from, with {@code -dirty} behind it if files had changed
   * since; null if it was built elsewhere.
   */
  public static @Nullable String commit() {
    Properties git = git();
    String commit = git.getProperty("git.commit.id.abbrev");
    boolean dirty = Boolean.parseBoolean(git.getProperty("git.dirty"));
    return commit == null || !dirty ? commit : commit + "-dirty";
  }

  /** The version of this program, as Maven knows it. */
  public static String number() {
    String packaged = Version.class.getPackage().getImplementationVersion();
    return packaged == null ? git().getProperty("git.build.version", "unpackaged") : packaged;
  }

  private static Properties git() {
    Properties git = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("git.properties")) {
      if (file != null) {
        git.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("git.properties is part of this program", e);
    }
    return git;
  }

  @Override
  public String[] getVersion() {
    String commit = commit();
    return new String[] {
      "hearsay "
          + number()
          + (commit == null ? "" : " (" + commit + ")")
          + ", Java "
          + Runtime.version()
    };
  }
}
