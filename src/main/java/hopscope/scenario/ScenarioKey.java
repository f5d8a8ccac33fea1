package hopscope.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;

/**
 * A key of a mapping in the file, and the record component behind it.
 *
 * @param name as written in the file
 * @param type of its values
 * @param setting what the component declares about itself
 * @param holder the component of the mapping's record that holds the component's record, or {@code null}
 */
record ScenarioKey(String name, Type type, Setting setting, RecordComponent component, RecordComponent holder) {
    static ScenarioKey of(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new AssertionError("no @Setting on " + component);
        }
        return new ScenarioKey(Labels.key(component.getName()), component.getGenericType(), setting, component, null);
    }

    /** The same key where its record is a component of another and its keys stand among those of that. */
    ScenarioKey within(RecordComponent outer) {
        return new ScenarioKey(name, type, setting, component, outer);
    }

    /** The type of a value, or of the items of a list. */
    Class<?> element() {
        return ScenarioKeys.element(type);
    }

    /** Whether an empty value is a mistake; an empty list or section is common while one edits. */
    boolean needsValue() {
        return !(type instanceof ParameterizedType) && !ScenarioKeys.isMapping((Class<?>) type);
    }

    /** The component's value in a record. */
    Object valueIn(Record owner) {
        try {
            Object record = holder == null ? owner : holder.getAccessor().invoke(owner);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the record " + owner.getClass() + " cannot be read", e);
        }
    }
}
