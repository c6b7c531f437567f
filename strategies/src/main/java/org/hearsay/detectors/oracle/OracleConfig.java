package org.hearsay.detectors.oracle;

/** The options of {@code oracle}: there is nothing to choose. */
record OracleConfig() {}
