package org.hearsay.simulation;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.KebabCase;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.Verdict;

/**
 * A run as lines to read: who broadcast, sent and learned what, when. Rumors are called by origin
 * and sequence number, {@code n0#2}; a restarted node's rumors are not told from its earlier ones.
 */
public class Transcript implements RunObserver {
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, Integer> originBySource = new HashMap<>();
  private int limit;
  private final boolean withTimers;
  private long leftOut;

  /** A transcript of the first {@code limit} lines. */
  public Transcript(int limit) {
    this(limit, false);
  }

  /** One that says, or says not, when timers fire. */
  public Transcript(int limit, boolean withTimers) {
    this.limit = limit;
    this.withTimers = withTimers;
  }

  /** The lines. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The lines one by one, and how many were left out if some were. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (leftOut > 0) {
      all.add("and " + leftOut + " lines more");
    }
    return all;
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    write(micros, "n" + from + " -> n" + to + "  " + text(envelope));
  }

  @Override
  public void lost(long micros, int from, int to, List<? extends Message> envelope) {
    write(micros, "n" + from + " -x n" + to + "  " + text(envelope));
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    if (node == from) {
      originBySource.putIfAbsent(RumorTable.sourceNumber(rumor), node);
    }
    write(
        micros,
        node == from
            ? "n" + node + " broadcasts " + text(rumor)
            : "n" + node + " learns " + text(rumor) + " from n" + from);
  }

  @Override
  public void released(long micros, int node, long rumor) {
    write(micros, "n" + node + " shows " + text(rumor));
  }

  @Override
  public void judged(long micros, int node, int peer, Verdict verdict) {
    write(micros, "n" + node + " thinks n" + peer + " is " + verdict.text());
  }

  @Override
  public void woke(long micros, int node) {
    if (withTimers) {
      write(micros, "n" + node + " wakes by a timer");
    }
  }

  @Override
  public void fault(long micros, String what) {
    write(micros, what);
  }

  private void write(long micros, String what) {
    if (lines.size() < limit) {
      String line = String.format(Locale.ROOT, "%9.3f ms  %s", micros / 1e3, what);
      lines.add(line);
      wrote(line);
    } else {
      leftOut++;
    }
  }

  /** A line has been written. */
  protected void wrote(String line) {}

  /** No more lines are wanted. */
  protected void end() {
    limit = lines.size();
  }

  private String text(List<? extends Message> envelope) {
    return envelope.stream().map(this::text).collect(Collectors.joining(" + "));
  }

  private String text(Message message) {
    String parts =
        Arrays.stream(message.getClass().getRecordComponents())
            .map(component -> component.getName() + "=" + text(read(component, message)))
            .collect(Collectors.joining(", "));
    return KebabCase.of(message.getClass().getSimpleName()) + "(" + parts + ")";
  }

  private String text(Object part) {
    if (part instanceof Rumors rumors) {
      return text(rumors.ids());
    } else if (part instanceof RumorIds ids) {
      return ids.stream().mapToObj(this::text).toList().toString();
    } else if (part instanceof Digest digest) {
      return digest.entries().stream()
          .map(range -> origin(range.source()) + "#" + range.start() + ".." + (range.end() - 1))
          .toList()
          .toString();
    }
    return part.toString();
  }

  private String text(long rumor) {
    return origin(RumorTable.sourceNumber(rumor)) + "#" + RumorTable.sequence(rumor);
  }

  private String origin(int source) {
    return "n" + originBySource.getOrDefault(source, source);
  }

  private static Object read(RecordComponent component, Message message) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
