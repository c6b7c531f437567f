package org.hearsay.cli.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.scenario.text.ShellWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrivenTest {
  @Test
  void aCommandCanBeTypedAgain(@TempDir Path folder) throws IOException {
    Path odd = Files.createDirectory(folder.resolve("it's here")).resolve("node");
    Files.writeString(odd, "");
    assertTrue(odd.toFile().setExecutable(true));
    Driven driven = Driven.program(odd, List.of("a b", "$c"));
    assertEquals("'--bin=" + folder + "/it'\\''s here/node'", driven.words());
    assertEquals("'a b' '$c'", ShellWords.join(driven.arguments()));
    assertEquals("node", driven.name());
  }
}
