package org.hearsay.cli.installed;

import com.google.inject.Inject;
import java.util.Iterator;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.node.plugin.MembershipCatalog;

/** The names of the overlays that are installed, as a command's help shows them. */
public final class InstalledOverlays implements Iterable<String> {
  private final MembershipCatalog catalog;

  @Inject
  InstalledOverlays(MembershipCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Iterator<String> iterator() {
    return catalog.overlays().stream().map(OverlayDescriptor::name).iterator();
  }
}
