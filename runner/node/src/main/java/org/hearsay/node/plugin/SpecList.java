package org.hearsay.node.plugin;

import java.util.ArrayList;
import java.util.List;

/**
 * Several plug-ins as users write them, {@code a,b:key=value,key=value,c}: a comma begins a plug-in
 * unless what follows it, up to the next comma, is {@code key=value} for the one before. A bar
 * parts choices, {@code key=value|value}.
 */
final class SpecList {
  private SpecList() {}

  /** One spec for each plug-in and choice, in order. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      int colon = word.indexOf(':');
      int equals = word.indexOf('=');
      boolean option = equals >= 0 && (colon < 0 || equals < colon);
      if (option && !parts.isEmpty()) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "," + word);
      } else {
        parts.add(word);
      }
    }
    List<String> specs = new ArrayList<>();
    parts.forEach(part -> specs.addAll(alternatives(part)));
    return specs;
  }

  /** One spec for each choice of a value where there are several, parted by a bar. */
  private static List<String> alternatives(String spec) {
    int bar = spec.indexOf('|');
    int value = spec.lastIndexOf('=', bar) + 1;
    if (bar < 0 || value == 0) {
      return List.of(spec);
    }
    int comma = spec.indexOf(',', bar);
    int end = comma < 0 ? spec.length() : comma;
    List<String> specs = new ArrayList<>();
    for (String choice : spec.substring(value, end).split("\\|", -1)) {
      specs.addAll(alternatives(spec.substring(0, value) + choice + spec.substring(end)));
    }
    return specs;
  }
}
