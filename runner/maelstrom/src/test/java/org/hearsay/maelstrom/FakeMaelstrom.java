package org.hearsay.maelstrom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A script in Maelstrom's place, which notes what it is called with. */
final class FakeMaelstrom {
  private final Path folder;

  private FakeMaelstrom(Path folder) {
    this.folder = folder;
  }

  /** Puts it into a folder. */
  static FakeMaelstrom in(Path folder, String... lines) throws IOException {
    FakeMaelstrom fake = new FakeMaelstrom(folder);
    Files.writeString(
        fake.script(),
        "#!/bin/sh\nfor word; do echo \"$word\"; done >>'"
            + fake.arguments()
            + "'\nif read -r line; then echo \"was fed $line\"; exit 99; fi\n"
            + String.join("\n", lines)
            + "\n");
    Files.setPosixFilePermissions(fake.script(), PosixFilePermissions.fromString("rwxr-xr-x"));
    return fake;
  }

  /** Lines of a script that leave a sample as Maelstrom does, in a new folder called the latest. */
  static String leaving(String sample) {
    return "run=store/broadcast/$(ls store/broadcast 2>/dev/null | wc -l | tr -d ' ')\n"
        + "mkdir -p $run && cp '"
        + Samples.path(sample)
        + "' $run/results.edn && ln -sfn ${run#store/} store/latest";
  }

  Path script() {
    return folder.resolve("maelstrom");
  }

  private Path arguments() {
    return folder.resolve("arguments");
  }

  MaelstromProgram program() {
    return new MaelstromProgram(script());
  }

  /** The words of all calls. */
  List<String> words() throws IOException {
    return Files.readAllLines(arguments());
  }
}
