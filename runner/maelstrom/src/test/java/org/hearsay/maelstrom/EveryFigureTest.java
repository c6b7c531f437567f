package org.hearsay.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards against figures that are rounded, left out, or taken from another's place: each file is
 * read a second time, by regular expressions on its text.
 */
final class EveryFigureTest {
  @TempDir Path folder;

  static Stream<String> samples() {
    return Samples.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFigureIsThatOfTheText(String sample) throws Exception {
    Map<String, Object> written = new TreeMap<>();
    Figures.writtenIn(Samples.text(sample))
        .forEach((place, figure) -> written.put(place, figure.value()));
    assertEquals(written, Figures.readAs(Samples.read(sample)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whoeverChangesAFigureChangesThatOneAndNoOther(String sample) throws Exception {
    String text = Samples.text(sample);
    Map<String, Object> before = Figures.readAs(Samples.read(sample));
    for (Map.Entry<String, Figures.Written> figure : Figures.writtenIn(text).entrySet()) {
      Map<String, Object> after = read(figure.getValue().replacedIn(text));
      assertEquals(before.keySet(), after.keySet());
      Set<String> changed =
          before.keySet().stream()
              .filter(place -> !Objects.equals(before.get(place), after.get(place)))
              .collect(Collectors.toSet());
      assertEquals(Set.of(figure.getKey()), changed);
    }
  }

  private Map<String, Object> read(String text) throws IOException, UnreadableResultsException {
    return Figures.readAs(ResultsFile.read(Files.writeString(folder.resolve("changed.edn"), text)));
  }

  @Test
  void thereAreThirtySixFiguresAndFiveFewerIfNothingIsStable() throws Exception {
    assertEquals(36, Figures.readAs(Samples.read(Samples.FLOOD)).size());
    assertEquals(31, Figures.readAs(Samples.read(Samples.NOTHING_STABLE)).size());
  }
}
