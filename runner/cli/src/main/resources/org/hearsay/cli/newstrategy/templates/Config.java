package @package@;

import org.hearsay.api.plugin.Option;

/** The options, as in {@code --strategy=@name@:luck=4}. Bad values are refused here. */
record @Name@Config(@Option("how many neighbors hear of a rumor from each node") int luck) {
  @Name@Config {
    if (luck < 1) {
      throw new IllegalArgumentException("Make luck 1 or larger, as in luck=3");
    }
  }
}
