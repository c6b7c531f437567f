/**
 * What people see and type, whatever the command: output, progress, Ctrl-C, words, and what goes
 * wrong.
 */
@NullMarked
package org.hearsay.cli.console;

import org.jspecify.annotations.NullMarked;
