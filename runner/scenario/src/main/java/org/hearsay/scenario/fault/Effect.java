package org.hearsay.scenario.fault;

/** What a fault does to a cluster. */
interface Effect {

  /** Breaks something. */
  void begin();

  /** Mends it. */
  void end();

  /** An effect of two actions. */
  static Effect of(Runnable begin, Runnable end) {
    return new Effect() {
      @Override
      public void begin() {
        begin.run();
      }

      @Override
      public void end() {
        end.run();
      }
    };
  }

  /** Cuts links. */
  static Effect of(Cut cut, Breakable cluster) {
    return of(() -> cluster.cut(cut), () -> cluster.heal(cut));
  }
}
