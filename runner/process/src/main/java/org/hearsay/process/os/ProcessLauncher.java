package org.hearsay.process.os;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.hearsay.process.Launcher;
import org.jspecify.annotations.Nullable;

/**
 * Starts nodes as processes, and leaves none of them behind, not even when it is interrupted; nor,
 * where there is {@code /proc}, anything that they have started.
 */
public final class ProcessLauncher implements Launcher, AutoCloseable {
  private static final long LAST_WORDS_MILLIS = 1_000;
  private static final long GRACE_MILLIS = 2_000;
  private static final long LOOK_EVERY_MILLIS = 20;
  private static final int MOST_LOOKS = 100;

  private final IntFunction<List<String>> command;
  private final @Nullable Path logs;
  private final RealTime time;
  private final Leftovers leftovers;
  private final List<ProcessLink> links = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::killEverything, "end of all nodes");
  private volatile boolean over;

  /**
   * A launcher of one command.
   *
   * @param command what to run for each node, with its arguments
   * @param logs a folder that gets what each node writes to standard error, or null
   */
  public ProcessLauncher(List<String> command, @Nullable Path logs, RealTime time) {
    this(node -> command, logs, time);
  }

  /**
   * A launcher of a command for each node.
   *
   * @param command what to run for a node, with its arguments
   * @param logs a folder that gets what each node writes to standard error, or null
   */
  public ProcessLauncher(IntFunction<List<String>> command, @Nullable Path logs, RealTime time) {
    this.command = command;
    this.logs = logs;
    this.time = time;
    this.leftovers =
        new Leftovers(ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public synchronized Link launch(int node, Listener listener) throws IOException {
    if (over) {
      throw new IOException("the run is over");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command.apply(node))
            .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
    leftovers.mark(builder, node);
    Writer log = log(node);
    ProcessLink link;
    try {
      link = new ProcessLink(node, builder.start(), time, listener);
    } catch (IOException e) {
      log.close();
      throw e;
    }
    links.add(link);
    link.begin(log);
    return link;
  }

  /** A node's first life begins its log anew, the others go on with it. */
  private Writer log(int node) throws IOException {
    if (logs == null) {
      return Writer.nullWriter();
    }
    boolean first = links.stream().noneMatch(link -> link.node() == node);
    return Files.newBufferedWriter(
        logs.resolve("n" + node + ".log"),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        first ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
  }

  /** For each node that has ended without having been told to, and nobody has heard of it, how. */
  public Map<Integer, String> unheardEnds() {
    Map<Integer, String> ends = new TreeMap<>();
    for (ProcessLink link : links) {
      link.unheardEnd().ifPresent(how -> ends.put(link.node(), how));
    }
    return ends;
  }

  /**
   * Ends all nodes, waits a moment for what they have started to end by itself, and ends that, too.
   *
   * @return for each node that left something behind what that was
   */
  public Map<Integer, List<String>> endAll() throws InterruptedException {
    synchronized (this) {
      over = true;
    }
    Map<ProcessHandle, Integer> left = new LinkedHashMap<>();
    for (ProcessLink link : links) {
      link.children().forEach(child -> left.put(child, link.node()));
    }
    awaitLastWords();
    links.forEach(ProcessLink::killAlone);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    do {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      left.putAll(leftovers.find());
      left.keySet().removeIf(process -> !Leftovers.isRunning(process));
    } while ((!left.isEmpty() || links.stream().anyMatch(ProcessLink::isAlive))
        && System.nanoTime() < deadline);
    Map<Integer, List<String>> names = new TreeMap<>();
    left.forEach(
        (child, node) -> {
          names.computeIfAbsent(node, unused -> new ArrayList<>()).add(name(child));
          child.destroyForcibly();
        });
    return names;
  }

  private void awaitLastWords() throws InterruptedException {
    links.forEach(ProcessLink::endInput);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MILLIS);
    for (ProcessLink link : links) {
      link.awaitLastWords(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }
  }

  private static String name(ProcessHandle process) {
    return process
            .info()
            .command()
            .map(Path::of)
            .map(Path::getFileName)
            .map(Path::toString)
            .orElse("process")
        + " "
        + process.pid();
  }

  private synchronized void killEverything() {
    over = true;
    links.forEach(ProcessLink::kill);
    Map<ProcessHandle, Integer> left = leftovers.find();
    for (int i = 0; i < MOST_LOOKS && !left.isEmpty(); i++) {
      left.keySet().forEach(ProcessHandle::destroyForcibly);
      left = leftovers.find();
    }
  }

  @Override
  public void close() {
    killEverything();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is already ending, and the hook at work.
    }
  }
}
