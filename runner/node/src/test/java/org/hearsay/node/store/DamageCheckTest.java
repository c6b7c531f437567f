package org.hearsay.node.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker of damaged stores is no use unless it finds what it is to find. */
class DamageCheckTest {
  @TempDir Path folder;
  private StoredLives lives;

  @BeforeEach
  void live() {
    lives = new StoredLives(folder).live(5, 2);
  }

  private DamageCheck.Fate fate(UnaryOperator<List<StoredRumor>> bug, String... remarks) {
    return new DamageCheck(
            lives,
            place -> {
              Recovery whole = DamageCheck.found(place).recovery();
              return new DamageCheck.Found(
                  new Recovery(bug.apply(whole.rumors()), whole.gone()), List.of(remarks));
            })
        .fate(folder);
  }

  @Test
  void aStoreThatIsWholeIsIntact() {
    assertEquals(DamageCheck.Fate.INTACT, fate(rumors -> rumors));
  }

  @Test
  void whatIsMissingAtTheEndIsACutIfThereIsARemark() {
    assertEquals(DamageCheck.Fate.CUT, fate(rumors -> rumors.subList(0, 8), "cut"));
  }

  @Test
  void whatIsMissingInSilenceIsFound() {
    assertThrows(AssertionError.class, () -> fate(rumors -> rumors.subList(0, 8)));
  }

  @Test
  void halfACommitIsFound() {
    assertThrows(AssertionError.class, () -> fate(rumors -> rumors.subList(0, 7), "cut"));
  }

  @Test
  void whatIsMissingInTheMiddleIsFound() {
    assertThrows(
        AssertionError.class,
        () ->
            fate(
                rumors -> {
                  List<StoredRumor> holed = new ArrayList<>(rumors);
                  holed.remove(3);
                  holed.remove(3);
                  return holed;
                },
                "cut"));
  }
}
