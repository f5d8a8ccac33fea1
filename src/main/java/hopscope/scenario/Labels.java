package hopscope.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of the scenario file for names in the code: kebab-case. */
final class Labels {
    /** Reading annotations is slow, and a class never changes. */
    private static final ClassValue<List<String>> LABELS = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> read((Enum<?>) constant))
                    .toList();
        }
    };

    private Labels() {}

    /** {@code hopLimit} → {@code hop-limit}. */
    static String key(String componentName) {
        StringBuilder key = new StringBuilder(componentName.length() + 2);
        for (int i = 0; i < componentName.length(); i++) {
            char c = componentName.charAt(i);
            if (Character.isUpperCase(c)) {
                key.append('-');
            }
            key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }

    /** A constant's {@link JsonProperty}, else {@code ERDOS_RENYI} → {@code erdos-renyi}. */
    static String of(Enum<?> constant) {
        return LABELS.get(constant.getDeclaringClass()).get(constant.ordinal());
    }

    /** All labels of an enum, in its order. */
    static List<String> of(Class<?> type) {
        return LABELS.get(type);
    }

    /** The constant with a label. */
    static Optional<Enum<?>> constant(Class<?> type, String label) {
        int ordinal = LABELS.get(type).indexOf(label);
        return ordinal < 0 ? Optional.empty() : Optional.of((Enum<?>) type.getEnumConstants()[ordinal]);
    }

    private static String read(Enum<?> constant) {
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
}
