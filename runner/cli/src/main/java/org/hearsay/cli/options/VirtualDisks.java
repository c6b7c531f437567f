package org.hearsay.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that gives simulated nodes disks. */
public final class VirtualDisks {

  /** Tells those who name a folder that there is none. */
  private static final class NoFolder implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String value) {
      if (value.equals("true") || value.equals("false")) {
        return value.equals("true");
      }
      throw new TypeConversionException(
          "simulated nodes have virtual disks, and no folder such as \"" + value + "\"");
    }
  }

  @Option(
      names = GuaranteeOptions.DATA,
      converter = NoFolder.class,
      description =
          "Nodes keep what was acknowledged on virtual disks, which tear what was not safe when a"
              + " node crashes; there is no folder. Default: in memory alone.")
  private boolean asked;

  /** Whether nodes have disks. */
  public boolean asked() {
    return asked;
  }
}
