package hopscope.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key of the scenario file means and which values it takes. One place for the file's reader, its error messages
 * and the JSON Schema.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Setting {
    /** One short sentence for editors. */
    String about();

    /** Whether the key must be given. */
    boolean required() default false;

    /** Smallest value allowed, written as in a scenario; empty for the type's own limit. */
    String min() default "";

    /** Largest value allowed, written as in a scenario; empty for the type's own limit. */
    String max() default "";

    /** The default as written in a scenario; empty if there is none or it depends on other keys. */
    String byDefault() default "";
}
