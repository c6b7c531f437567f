package org.hearsay.simulation;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.IntStream;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.simulation.nodes.Nodes;
import org.hearsay.simulation.nodes.VirtualDisk;
import org.jspecify.annotations.Nullable;

/**
 * When what nodes write is safe, and what waits for that: envelopes and answers to clients leave a
 * node in their order, each when all that was written before it is safe. A commit takes some
 * milliseconds; what is written meanwhile is in the next one.
 */
final class Disks {
  private static final long STREAM = -77;

  /** Something that leaves a node once so much is safe. */
  private record Waiting(int bytes, Runnable leaving) {}

  /** A node's disk at work. */
  private static final class Drive {
    private final VirtualDisk disk;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;
    private long commits;
    private int life;

    Drive(VirtualDisk disk) {
      this.disk = disk;
    }
  }

  private final EventLoop loop;
  private final Health health;
  private final long seed;
  private final DiskKind kind;
  private final @Nullable Drive[] drives;

  Disks(EventLoop loop, Health health, long seed, DiskKind kind, Nodes nodes, int count) {
    this.loop = loop;
    this.health = health;
    this.seed = seed;
    this.kind = kind;
    this.drives =
        nodes.disk(0) == null
            ? new Drive[0]
            : IntStream.range(0, count)
                .mapToObj(nodes::disk)
                .map(disk -> disk == null ? null : new Drive(disk))
                .toArray(Drive[]::new);
  }

  private @Nullable Drive drive(int node) {
    return node < drives.length ? drives[node] : null;
  }

  /** Whether what leaves a node now has to wait. */
  boolean holds(int node) {
    Drive drive = drive(node);
    return drive != null
        && kind.isHonest()
        && (drive.disk.hasUncommitted() || !drive.waiting.isEmpty());
  }

  /** Something leaves a node, now or when it may. */
  void depart(int node, Runnable leaving) {
    Drive drive = drive(node);
    if (drive != null && holds(node)) {
      drive.waiting.add(new Waiting(drive.disk.writtenBytes(), leaving));
    } else {
      leaving.run();
    }
  }

  /** A node has written something. */
  void written(int node) {
    Drive drive = drive(node);
    if (drive != null && !drive.busy) {
      drive.busy = true;
      int life = drive.life;
      // Behind the event at hand, which may write more.
      loop.at(loop.nowMicros(), () -> begin(node, drive, life));
    }
  }

  private void begin(int node, Drive drive, int life) {
    if (drive.life == life) {
      int bytes = drive.disk.writtenBytes();
      long draw = SeededRandom.draw(seed ^ STREAM, node, drive.commits++);
      long micros =
          kind.leastMicros() + SeededRandom.below(kind.mostMicros() - kind.leastMicros() + 1, draw);
      loop.at(loop.nowMicros() + micros, () -> end(node, drive, life, bytes));
    }
  }

  private void end(int node, Drive drive, int life, int bytes) {
    if (drive.life == life) {
      drive.disk.commit(bytes);
      drive.busy = false;
      if (drive.disk.hasUncommitted()) {
        written(node);
      }
      release(node);
    }
  }

  /** Lets go what need not wait any more, if the node is there, and awake. */
  void release(int node) {
    Drive drive = drive(node);
    if (drive != null && !health.isDown(node)) {
      health.meet(node, () -> drain(drive), () -> {});
    }
  }

  private static void drain(Drive drive) {
    for (Waiting next = drive.waiting.peek();
        next != null && next.bytes <= drive.disk.safeBytes();
        next = drive.waiting.peek()) {
      drive.waiting.remove();
      next.leaving.run();
    }
  }

  /** Makes everything safe at once, as a node that is about to end does. */
  void flush(int node) {
    Drive drive = drive(node);
    if (drive != null) {
      drive.disk.commit();
      drain(drive);
    }
  }

  /** A node has died: what waited does not leave, and what was not safe is lost or torn. */
  void died(int node) {
    Drive drive = drive(node);
    if (drive != null) {
      drive.waiting.clear();
      drive.busy = false;
      drive.life++;
      drive.disk.crash(SeededRandom.draw(~seed ^ STREAM, node, drive.life));
    }
  }
}
