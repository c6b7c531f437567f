package org.hearsay.reproduction;

/** How a published figure is known; it is never shown without. */
public enum Tag {
  /** Recalled, and not read again. */
  K("recalled from the source named, not read again", 0.05),
  /** Measured by others in a model of their own. */
  M("measured independently of this program: in other models, or with genuine Maelstrom", 0.02),
  /** Read in the source. */
  R("read in the source named", 0.02);

  private final String meaning;
  private final double tolerance;

  Tag(String meaning, double tolerance) {
    this.meaning = meaning;
    this.tolerance = tolerance;
  }

  /** What it means, in a phrase. */
  public String meaning() {
    return meaning;
  }

  /** How far a figure may be off, besides what rounding and chance explain: a share of it. */
  public double tolerance() {
    return tolerance;
  }

  /** As it is printed: {@code [K]}. */
  public String text() {
    return "[" + name() + "]";
  }
}
