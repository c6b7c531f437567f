package org.hearsay.maelstrom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Tells a file from another one that was in its place before, as {@code store/latest} moves on. */
record Fingerprint(Path path, FileTime modified, long size) {

  /** That of a file, if it is there. */
  static Optional<Fingerprint> of(Path file) {
    try {
      Path real = file.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      return Optional.of(new Fingerprint(real, attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
