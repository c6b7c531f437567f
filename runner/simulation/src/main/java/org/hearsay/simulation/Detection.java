package org.hearsay.simulation;

import org.HdrHistogram.Histogram;

/**
 * How well failure detectors did.
 *
 * @param verdicts how often a node took another for dead
 * @param falseVerdicts how often that was alive, healthy (see {@link
 *     org.hearsay.scenario.fault.Breakable#sicken}) and not cut off from it, and no life that was
 *     over was meant
 * @param falseAtHealthy how many of these are of nodes that were healthy themselves
 * @param deaths how many lives ended, kills and politeness alike
 * @param missed how many of them nobody found out, while the node was away
 * @param suspicionMicros from each end that somebody found out to the first suspicion, or verdict
 * @param verdictMicros from each end that somebody found out to the first verdict
 */
public record Detection(
    long verdicts,
    long falseVerdicts,
    long falseAtHealthy,
    long deaths,
    long missed,
    Histogram suspicionMicros,
    Histogram verdictMicros) {}
