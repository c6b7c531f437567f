/** What is installed: which version of this program, which plug-ins, and where programs are. */
@NullMarked
package org.hearsay.cli.installed;

import org.jspecify.annotations.NullMarked;
