package org.hearsay.detectors.phiaccrual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against a tail that is wrong where it is not looked at: near the mean, where a continued
 * fraction converges slowly, and far out, where the probability itself is no {@code double}.
 *
 * <p>The numbers are those of {@code erfc} in 60 digits.
 */
final class NormalTailTest {

  @ParameterizedTest
  @CsvSource({
    "0.3125, -0.42327834037653214",
    "0.5, -0.51069198926524077",
    "1, -0.79954554149197050",
    "2, -1.6430160801409370",
    "3, -2.8696990359293691",
    "5, -6.5426456723906545",
    "8, -15.206142551017155",
    "10, -23.118053405486076",
    "20, -88.560095343075592",
    "38, -315.53978970396251"
  })
  void theProbabilityToExceedAValueIsThatOfTables(double value, double log10) {
    assertEquals(log10, NormalTail.log10Probability(value), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.47827353237616267",
    "1, 1.2815515655446005",
    "3, 3.0902323061678135",
    "8, 5.6120012441747887",
    "16, 8.2220822161304356"
  })
  void theValueThatIsExceededOnceInSoManyTimesIsThatOfTables(double exponent, double value) {
    assertEquals(value, NormalTail.quantile(exponent), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7, 2, 4.5, 11, 100, 300})
  void quantilesAndProbabilitiesAreInverse(double exponent) {
    assertEquals(
        -exponent, NormalTail.log10Probability(NormalTail.quantile(exponent)), 1e-12 * exponent);
  }
}
