package org.hearsay.reproduction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables that there are: every file in {@code tables/} is one. */
public final class Tables {
  private static final String ENDING = ".json";

  private Tables() {}

  /** All that come with the program, in order of name. */
  public static Map<String, PublishedTable> all() {
    try {
      URI here = Objects.requireNonNull(Tables.class.getResource("Tables.class")).toURI();
      if (!here.getScheme().equals("jar")) {
        return in(Path.of(here).resolveSibling("tables"));
      }
      String[] jarAndEntry = here.toString().split("!", 2);
      try (FileSystem jar = FileSystems.newFileSystem(URI.create(jarAndEntry[0]), Map.of())) {
        return in(jar.getPath(jarAndEntry[1]).resolveSibling("tables"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the tables are part of this program", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, PublishedTable> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).toList();
    }
    Map<String, PublishedTable> tables = new TreeMap<>();
    for (Path file : files) {
      tables.put(name(file), read(file));
    }
    return tables;
  }

  /** What the table of a file is called: the file's name without its ending. */
  public static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   * @throws IOException if it cannot be read
   */
  public static PublishedTable read(Path file) throws IOException {
    try {
      return TableFile.parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name(file) + ": " + e.getMessage(), e);
    }
  }
}
