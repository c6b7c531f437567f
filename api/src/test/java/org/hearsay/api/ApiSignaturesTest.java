package org.hearsay.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.plugin.StrategyModule;
import org.junit.jupiter.api.Test;

/** Guards against a change of the SPI that nobody meant: plug-ins are compiled against it. */
final class ApiSignaturesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/api-signatures.txt");
  private static final List<Class<?>> ONE_CLASS_PER_PACKAGE =
      List.of(Strategy.class, Overlay.class, StrategyModule.class);

  @Test
  void thePublicSignaturesAreThoseOnRecord() throws Exception {
    List<String> actual = signatures();
    if (Boolean.getBoolean("golden.update")) {
      Files.write(GOLDEN, actual);
    }
    List<String> onRecord = Files.readAllLines(GOLDEN);
    String difference =
        Stream.concat(
                onRecord.stream().filter(line -> !actual.contains(line)).map("- "::concat),
                actual.stream().filter(line -> !onRecord.contains(line)).map("+ "::concat))
            .collect(Collectors.joining("\n"));
    assertTrue(
        actual.equals(onRecord),
        () ->
            "The SPI differs from "
                + GOLDEN
                + ":\n"
                + difference
                + "\nIf that is meant, run: mvn test -pl api -Dgolden.update=true");
  }

  private static List<String> signatures() throws Exception {
    List<String> signatures = new ArrayList<>();
    for (Class<?> sample : ONE_CLASS_PER_PACKAGE) {
      for (Class<?> type : publicClasses(sample)) {
        describe(type, signatures);
      }
    }
    return signatures;
  }

  /** The public classes in the package of a class, by name. */
  private static List<Class<?>> publicClasses(Class<?> sample)
      throws IOException, URISyntaxException, ClassNotFoundException {
    String folder = sample.getPackageName().replace('.', '/');
    Path root = Path.of(sample.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names;
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
              .map(file -> file.substring(0, file.length() - ".class".length()))
              .sorted()
              .toList();
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(sample.getPackageName() + "." + name);
      if (isPublic(type)) {
        classes.add(type);
      }
    }
    return classes;
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isPublic(outer));
  }

  private static void describe(Class<?> type, List<String> signatures) {
    signatures.add(header(type));
    Stream.of(
            described(type.getDeclaredConstructors(), Constructor::toGenericString),
            described(type.getDeclaredFields(), Field::toGenericString),
            described(type.getDeclaredMethods(), Method::toGenericString))
        .flatMap(members -> members)
        .forEach(signatures::add);
  }

  private static <T extends Member> Stream<String> described(
      T[] members, Function<T, String> signature) {
    return Arrays.stream(members)
        .filter(member -> !member.isSynthetic())
        .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
        .map(member -> "  " + signature.apply(member))
        .sorted();
  }

  private static String header(Class<?> type) {
    List<String> header = new ArrayList<>();
    header.add(Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE));
    header.add(kind(type) + " " + type.getName() + parameters(type));
    if (type.getGenericSuperclass() != null) {
      header.add("extends " + type.getGenericSuperclass().getTypeName());
    }
    for (Type extended : type.getGenericInterfaces()) {
      header.add((type.isInterface() ? "extends " : "implements ") + extended.getTypeName());
    }
    return String.join(" ", header);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    } else if (type.isInterface()) {
      return "interface";
    } else if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private static String parameters(GenericDeclaration declaration) {
    TypeVariable<?>[] variables = declaration.getTypeParameters();
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(
                variable ->
                    variable.getName()
                        + " extends "
                        + Arrays.stream(variable.getBounds())
                            .map(Type::getTypeName)
                            .collect(Collectors.joining(" & ")))
            .collect(Collectors.joining(", ", "<", ">"));
  }
}
