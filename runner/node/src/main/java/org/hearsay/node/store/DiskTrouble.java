package org.hearsay.node.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What is wrong with a file or folder, for whoever runs the node: a clause without Java in it. */
final class DiskTrouble {
  private static final String UNKNOWN = "the disk or the file system refuses it";

  private DiskTrouble() {}

  /** Whether it is the disk that is behind an exception. */
  static boolean isBehind(Throwable failure) {
    return root(failure) instanceof IOException;
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What is behind an exception. */
  static String of(Throwable failure) {
    Throwable cause = root(failure);
    if (cause instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (cause instanceof NoSuchFileException) {
      return "it is not there and cannot be made";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    String said =
        cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
    return cause instanceof IOException && said != null && !said.isBlank()
        ? MvFile.firstLine(said).substring(0, 1).toLowerCase(Locale.ROOT)
            + MvFile.firstLine(said).substring(1)
        : UNKNOWN;
  }
}
