package org.hearsay.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.node.codec.Json;
import org.hearsay.process.SmallNode.Fault;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.VirtualTime;

/** Small nodes as objects in virtual time: they answer at once. */
final class FakeNodes implements Launcher {
  private final VirtualTime time = new VirtualTime();
  private final Fault fault;
  private final List<String> launched = new ArrayList<>();
  private final List<Life> lives = new ArrayList<>();

  FakeNodes(Fault fault) {
    this.fault = fault;
  }

  /** Runs nodes with a fault. */
  static DriveOutcome run(Fault fault, Settings settings) {
    return new FakeNodes(fault).run(settings);
  }

  DriveOutcome run(Settings settings) {
    return run(new DriveRun(time, settings, this, Duration.ofSeconds(10)));
  }

  /** Runs nodes that may let go of what they had. */
  DriveOutcome runLettingGo(Settings settings) {
    return run(new DriveRun(time, settings, this, Duration.ofSeconds(10), false, true));
  }

  private DriveOutcome run(DriveRun run) {
    run.begin();
    while (run.phase() != DriveRun.Phase.ENDED && time.step()) {}
    return run.outcome();
  }

  /** How often nodes were greeted. */
  int greetings() {
    return lives.stream().mapToInt(life -> life.node.greetings()).sum();
  }

  /** The lives that there were: a node's number each. */
  List<String> launched() {
    return launched;
  }

  @Override
  public Link launch(int node, Listener listener) {
    launched.add("n" + node);
    Life life = new Life(listener);
    lives.add(life);
    return life;
  }

  /** One life. */
  private final class Life implements Link {
    private final SmallNode node;
    private final Listener listener;
    private final List<byte[]> unread = new ArrayList<>();
    private boolean stopped;
    private boolean dead;

    Life(Listener listener) {
      this.listener = listener;
      this.node = new SmallNode(fault, time::nowMicros, this::print, this::die);
    }

    private void print(String line) {
      time.at(
          time.nowMicros(),
          () -> listener.printed(line.getBytes(StandardCharsets.UTF_8), time.nowMicros()));
    }

    private void die() {
      dead = true;
      time.at(time.nowMicros(), () -> listener.ended("ended with status 3"));
    }

    @Override
    public boolean send(byte[] line) {
      unread.add(line);
      time.at(time.nowMicros(), this::read);
      return true;
    }

    private void read() {
      while (!stopped && !dead && !unread.isEmpty()) {
        try {
          node.handle(Json.parse(unread.remove(0)));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException(e);
        }
        node.afterSixSeconds().forEach(late -> time.at(time.nowMicros() + 6_000_000, late));
        node.afterSixSeconds().clear();
      }
    }

    @Override
    public void stopReading() {}

    @Override
    public void kill() {
      dead = true;
    }

    @Override
    public void pause() {
      stopped = true;
    }

    @Override
    public void resume() {
      stopped = false;
      read();
    }

    @Override
    public List<String> lastErrors() {
      return dead ? List.of("it is too much for me") : List.of();
    }
  }
}
