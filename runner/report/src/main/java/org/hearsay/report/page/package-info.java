/** Reports of runs: a page for a browser that needs nothing but itself, Markdown, and charts. */
@NullMarked
package org.hearsay.report.page;

import org.jspecify.annotations.NullMarked;
