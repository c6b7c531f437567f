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
import org.hearsay.process.Launcher;
import org.jspecify.annotations.Nullable;

/** Starts nodes as processes, and leaves none of them behind, not even when it is interrupted. */
public final class ProcessLauncher implements Launcher, AutoCloseable {
  private static final long GRACE_MILLIS = 2_000;
  private static final long LOOK_EVERY_MILLIS = 20;

  private final List<String> command;
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
    this.command = List.copyOf(command);
    this.logs = logs;
    this.time = time;
    this.leftovers =
        new Leftovers(ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public Link launch(int node, Listener listener) throws IOException {
    if (over) {
      throw new IOException("the run is over");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
    leftovers.mark(builder, node);
    Writer log = log(node);
    ProcessLink link = new ProcessLink(node, builder.start(), time, listener);
    links.add(link);
    link.begin(log);
    return link;
  }

  private Writer log(int node) throws IOException {
    return logs == null
        ? Writer.nullWriter()
        : Files.newBufferedWriter(
            logs.resolve("n" + node + ".log"),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
  }

  /**
   * Ends all nodes, waits a moment for what they have started to end by itself, and ends that, too.
   *
   * @return for each node that left something behind what that was
   */
  public Map<Integer, List<String>> endAll() throws InterruptedException {
    over = true;
    Map<ProcessHandle, Integer> left = new LinkedHashMap<>();
    for (ProcessLink link : links) {
      link.children().forEach(child -> left.put(child, link.node()));
    }
    links.forEach(ProcessLink::killAlone);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    do {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      left.putAll(leftovers.find());
      left.keySet().removeIf(process -> !process.isAlive());
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

  private void killEverything() {
    over = true;
    links.forEach(ProcessLink::kill);
    leftovers.find().keySet().forEach(ProcessHandle::destroyForcibly);
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
