package org.hearsay.cli.installed;

import com.google.inject.Inject;
import java.util.Iterator;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.node.plugin.MembershipCatalog;

/** The names of the detectors that are installed, as a command's help shows them. */
public final class InstalledDetectors implements Iterable<String> {
  private final MembershipCatalog catalog;

  @Inject
  InstalledDetectors(MembershipCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Iterator<String> iterator() {
    return catalog.detectors().stream().map(DetectorDescriptor::name).iterator();
  }
}
