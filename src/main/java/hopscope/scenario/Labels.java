package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of the scenario file for names in the code: kebab-case. */
final class Labels {
    private Labels() {}

    /** {@code hopLimit} → {@code hop-limit}. */
    static String key(String componentName) {
        return componentName.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** A constant's {@link JsonProperty}, else {@code ERDOS_RENYI} → {@code erdos-renyi}. */
    static String of(Enum<?> constant) {
        try {
            JsonProperty given =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return given != null
                    ? given.value()
                    : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } catch (NoSuchFieldException e) {
            throw new AssertionError("an enum constant without a field: " + constant, e);
        }
    }

    /** All labels of an enum, in its order. */
    static List<String> of(Class<?> type) {
        return constants(type).stream().map(Labels::of).toList();
    }

    /** The constant with a label. */
    static Optional<Enum<?>> constant(Class<?> type, String label) {
        return constants(type).stream()
                .filter(constant -> of(constant).equals(label))
                .findFirst();
    }

    private static List<Enum<?>> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
    }
}
