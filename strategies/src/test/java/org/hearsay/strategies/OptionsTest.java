package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.node.plugin.BadOptionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against options whose values nobody checks, and against defaults changed in passing. */
final class OptionsTest {
  private static final Pattern EXAMPLE = Pattern.compile("[a-z-]+=[a-z0-9]+");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full-state:interval=100ms",
        "flood",
        "deadline-tree:latency=600ms,roots=1,degree=0",
        "delta-ack:interval=100ms,timeout=500ms,max-timeout=2s,window=1024",
        "fanout:interval=100ms,fanout=2,direction=push,mode=feedback,stop=counter,k=3,max-cycles=64"
            + ",synchronous=false",
        "median-counter:interval=200ms,counter=0,max-rounds=64,synchronous=false",
        "oracle",
        "push-pull:interval=200ms,batch=1000",
        "spanning-tree:lazy-delay=200ms,graft-timeout=400ms,graft-retry=300ms,repair=2s,batch=1000"
      })
  void theDefaultsAreThese(String spec) {
    assertEquals(spec, Installed.parse(spec.replaceAll(":.*", "")).spec());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          full-state:interval=0s                                    | interval
          full-state:interval=999us                                 | interval
          delta-ack:interval=999us                                  | interval
          delta-ack:interval=100ms,timeout=100ms                    | timeout
          delta-ack:timeout=500ms,max-timeout=499ms                 | max-timeout
          delta-ack:window=0                                        | window
          delta-ack:window=-1                                       | window
          fanout:interval=999us                                     | interval
          fanout:fanout=0                                           | fanout
          fanout:k=0                                                | k
          fanout:max-cycles=0                                       | max-cycles
          deadline-tree:latency=999us                               | latency
          deadline-tree:roots=0                                     | roots
          deadline-tree:degree=-1                                   | degree
          median-counter:interval=999us                             | interval
          median-counter:counter=-1                                 | counter
          median-counter:max-rounds=0                               | max-rounds
          push-pull:interval=999us                                  | interval
          push-pull:batch=0                                         | batch
          spanning-tree:graft-retry=999us                           | graft-retry
          spanning-tree:graft-timeout=299ms,graft-retry=300ms       | graft-timeout
          spanning-tree:graft-timeout=400ms,repair=400ms            | repair
          spanning-tree:batch=0                                     | batch
          """)
  void aBadValueIsRefusedInASentenceWithAnExampleThatWorks(String spec, String option) {
    String refusal =
        assertThrows(BadOptionException.class, () -> Installed.parse(spec)).getMessage();
    String strategy = spec.substring(0, spec.indexOf(':'));
    assertTrue(refusal.startsWith("strategy " + strategy + ": Make " + option + " "), refusal);
    String example =
        EXAMPLE.matcher(refusal).results().map(MatchResult::group).collect(Collectors.joining(","));
    assertTrue(example.startsWith(option + "="), refusal);
    Installed.parse(strategy + ":" + example);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full-state:interval=1ms",
        "deadline-tree:latency=1ms,roots=1,degree=0",
        "delta-ack:interval=1ms,timeout=2ms,max-timeout=2ms,window=1",
        "fanout:interval=1ms,fanout=1,direction=pull,mode=blind,stop=coin,k=1,max-cycles=1"
            + ",synchronous=true",
        "median-counter:interval=1ms,counter=1,max-rounds=1,synchronous=true",
        "push-pull:interval=1ms,batch=1",
        "spanning-tree:lazy-delay=0s,graft-timeout=1ms,graft-retry=1ms,repair=2ms,batch=1"
      })
  void theLeastValuesAreAccepted(String spec) {
    assertEquals(spec, Installed.parse(spec).spec());
  }
}
