package org.hearsay.cli.installed;

import com.google.inject.Inject;
import java.util.Iterator;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.StrategyCatalog;

/** The names of what is installed, as a command's help shows them. */
public final class InstalledStrategies implements Iterable<String> {
  /** Where the names stand in the description of an option that has them as candidates. */
  public static final String NAMES = "${COMPLETION-CANDIDATES}";

  /** The description of an option that chooses one of them. */
  public static final String WHAT_TO_RUN =
      "What to run, one of " + NAMES + "; see: runner/bin/runner strategies NAME";

  private final StrategyCatalog catalog;

  @Inject
  InstalledStrategies(StrategyCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Iterator<String> iterator() {
    return catalog.all().stream().map(StrategyDescriptor::name).iterator();
  }
}
