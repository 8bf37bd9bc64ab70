package io.github.alpinecheck.rule;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** A parameter of a rule: a field, and how to read its value from the configuration. */
final class RuleParameter {

    private final Field field;
    private final Reader reader;

    private RuleParameter(Field field, Reader reader) {
        this.field = field;
        this.reader = reader;
    }

    /** Empty when no parameter can have the field's type. */
    static Optional<RuleParameter> of(Field field) {
        return reader(field.getGenericType()).map(reader -> new RuleParameter(field, reader));
    }

    String name() {
        return field.getName();
    }

    /** @throws BadValueException if the element holds no such value; the rule is unchanged then */
    void set(Rule rule, ConfigurationElement element) throws BadValueException {
        Object value = reader.read(element);
        try {
            field.setAccessible(true);
            field.set(rule, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the field was made accessible", e);
        }
    }

    private static Optional<Reader> reader(Type type) {
        if (type == String.class) {
            return Optional.of(RuleParameter::text);
        } else if (type == boolean.class) {
            return Optional.of(RuleParameter::bool);
        } else if (type == int.class) {
            return Optional.of(RuleParameter::integer);
        } else if (type == LocalDate.class) {
            return Optional.of(RuleParameter::date);
        } else if (type == Period.class) {
            return Optional.of(RuleParameter::period);
        } else if (type == Pattern.class) {
            return Optional.of(RuleParameter::pattern);
        } else if (type instanceof Class<?> named && named.isEnum()) {
            return Optional.of(element -> constant(named, element));
        } else if (type instanceof ParameterizedType generic
                && Arrays.stream(generic.getActualTypeArguments()).allMatch(a -> a == String.class)) {
            return collection(generic.getRawType());
        }
        return Optional.empty();
    }

    private static Optional<Reader> collection(Type raw) {
        if (raw == List.class) {
            return Optional.of(element -> List.copyOf(texts(element)));
        } else if (raw == Set.class) {
            return Optional.of(element -> new LinkedHashSet<>(texts(element)));
        } else if (raw == Map.class) {
            return Optional.of(RuleParameter::pairs);
        }
        return Optional.empty();
    }

    private static String text(ConfigurationElement element) throws BadValueException {
        if (!element.children().isEmpty()) {
            throw new BadValueException("takes a text, not elements");
        }
        return element.text();
    }

    private static boolean bool(ConfigurationElement element) throws BadValueException {
        return switch (text(element).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unexpected(element, "true or false");
        };
    }

    private static int integer(ConfigurationElement element) throws BadValueException {
        try {
            return Integer.parseInt(text(element));
        } catch (NumberFormatException e) {
            throw unexpected(element, "a whole number");
        }
    }

    private static LocalDate date(ConfigurationElement element) throws BadValueException {
        try {
            return LocalDate.parse(text(element));
        } catch (DateTimeException e) {
            throw unexpected(element, "a date such as 2026-11-23");
        }
    }

    private static Period period(ConfigurationElement element) throws BadValueException {
        try {
            return Period.parse(text(element));
        } catch (DateTimeException e) {
            throw unexpected(element, "a period such as P90D (90 days) or P6M (6 months)");
        }
    }

    private static Pattern pattern(ConfigurationElement element) throws BadValueException {
        try {
            return Pattern.compile(text(element));
        } catch (PatternSyntaxException e) {
            throw unexpected(element, "a regular expression (" + e.getDescription() + ")");
        }
    }

    private static Object constant(Class<?> type, ConfigurationElement element) throws BadValueException {
        String wanted = text(element);
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        throw unexpected(
                element,
                Arrays.stream(constants)
                        .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", "")));
    }

    /** The texts of the children, whatever their names, or of the element itself between commas. */
    private static List<String> texts(ConfigurationElement element) throws BadValueException {
        List<String> result = new ArrayList<>();
        if (element.children().isEmpty()) {
            for (String part : element.text().split(",", -1)) {
                if (!part.isBlank()) {
                    result.add(part.strip());
                }
            }
        }
        for (ConfigurationElement child : element.children()) {
            if (!child.children().isEmpty()) {
                throw new BadValueException(
                        "takes a list of texts, but <" + child.name() + "> in it has elements of its own");
            }
            result.add(child.text());
        }
        return result;
    }

    private static Map<String, String> pairs(ConfigurationElement element) throws BadValueException {
        if (element.children().isEmpty() && !element.text().isEmpty()) {
            throw unexpected(element, "elements such as <name>value</name>");
        }
        Map<String, String> result = new LinkedHashMap<>();
        for (ConfigurationElement child : element.children()) {
            result.put(child.name(), text(child));
        }
        return result;
    }

    private static BadValueException unexpected(ConfigurationElement element, String expected) {
        return new BadValueException("is \"" + element.text() + "\" and must be " + expected);
    }

    /** How a value of one type is read. */
    @FunctionalInterface
    private interface Reader {
        Object read(ConfigurationElement element) throws BadValueException;
    }

    /** A parameter has a value that it cannot have; what it says continues "parameter x of rule y". */
    static final class BadValueException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        BadValueException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
