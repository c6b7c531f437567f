package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class DecimalsTest {

  @Test
  void aMeasuredValueHasOneToSixDigitsAfterThePoint() {
    assertEquals("56.0", Decimals.measured(56).toPlainString());
    assertEquals("0.333333", Decimals.measured(1 / 3.0).toPlainString());
    assertEquals("0.25", Decimals.measured(0.25).toPlainString());
    assertEquals("12345678.0", Decimals.measured(12345678).toPlainString());
  }

  @Test
  void aShareThatIsNotAllIsNeverWrittenAsAll() {
    assertEquals("0.999999", Decimals.share(1 - 1e-9).toPlainString());
    assertEquals("1.0", Decimals.share(1).toPlainString());
  }

  @Test
  void aPlainNumberHasNoNeedlessZeros() {
    assertEquals("100", Decimals.plain(new BigDecimal("100.00")).toString());
    assertEquals("0.02", Decimals.plain(new BigDecimal("0.020")).toString());
    assertEquals("0", Decimals.plain(new BigDecimal("0.0")).toString());
  }
}
