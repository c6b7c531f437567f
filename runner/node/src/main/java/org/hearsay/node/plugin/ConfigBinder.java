package org.hearsay.node.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.api.plugin.Option;
import org.hearsay.node.codec.KebabCase;

/** Config records as {@code key=value} text and back. */
final class ConfigBinder {

  private ConfigBinder() {}

  /** The options of a config record, with the record's values. */
  static List<ConfigOption> options(Record config) {
    List<ConfigOption> options = new ArrayList<>();
    for (RecordComponent component : config.getClass().getRecordComponents()) {
      Option option = component.getAnnotation(Option.class);
      options.add(
          new ConfigOption(
              key(component),
              OptionValue.text(read(component, config)),
              OptionValue.expected(component.getType()),
              option == null ? "" : option.value()));
    }
    return options;
  }

  /** The component whose type no option can have, as it is declared; empty if there is none. */
  static Optional<String> unsupported(Class<? extends Record> config) {
    return Arrays.stream(config.getRecordComponents())
        .filter(component -> !OptionValue.isSupported(component.getType()))
        .map(component -> component.getType().getSimpleName() + " " + component.getName())
        .findFirst();
  }

  /** The options of a config record as the words that {@link #bind} reads back. */
  static List<String> words(Record config) {
    List<String> words = new ArrayList<>();
    for (RecordComponent component : config.getClass().getRecordComponents()) {
      words.add(key(component) + "=" + OptionValue.text(read(component, config)));
    }
    return words;
  }

  /**
   * A copy of a config record with some values replaced.
   *
   * @param owner whose options they are, for error messages
   * @param words {@code key=value} pairs
   * @throws BadOptionException naming every mistake
   */
  static <C extends Record> C bind(String owner, C defaults, List<String> words) {
    Map<String, String> written = new LinkedHashMap<>();
    List<String> mistakes = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        mistakes.add("\"" + word + "\" is not written key=value");
      } else if (written.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
        mistakes.add("\"" + word.substring(0, equals) + "\" is given twice");
      }
    }
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String text = written.remove(key(components[i]));
      try {
        values[i] =
            text == null ? read(components[i], defaults) : OptionValue.parse(types[i], text);
      } catch (IllegalArgumentException e) {
        mistakes.add(key(components[i]) + ": " + e.getMessage());
      }
    }
    for (String unknown : written.keySet()) {
      List<String> keys = Arrays.stream(components).map(ConfigBinder::key).toList();
      mistakes.add(
          "no option \"" + unknown + "\", " + Suggestions.didYouMean(unknown, keys, "options"));
    }
    if (!mistakes.isEmpty()) {
      throw new BadOptionException(owner + ": " + String.join("; ", mistakes));
    }
    return construct(owner, defaults, types, values);
  }

  private static <C extends Record> C construct(
      String owner, C defaults, Class<?>[] types, Object[] values) {
    @SuppressWarnings("unchecked") // the class of a C
    Class<C> type = (Class<C>) defaults.getClass();
    try {
      Constructor<C> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new BadOptionException(owner + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(RecordComponent component, Record config) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(RecordComponent component) {
    return KebabCase.of(component.getName());
  }
}
