package hopscope.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingObserverTest {
    /** A method of the interface that is not passed on would silently leave its defaults in force. */
    @Test
    void passesEveryCallOnWithItsArguments() throws Exception {
        List<String> calls = new ArrayList<>();
        SimulationObserver next = (SimulationObserver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SimulationObserver.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName() + Arrays.toString(arguments));
                    return method.getReturnType() == long.class ? 7L : null;
                });
        SimulationObserver observer = new ForwardingObserver(next);
        for (Method method : SimulationObserver.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            calls.clear();
            Object[] arguments = arguments(method);
            Object answer = method.invoke(observer, arguments);
            assertThat(calls)
                    .containsExactly(method.getName() + (arguments.length == 0 ? "null" : Arrays.toString(arguments)));
            assertThat(answer).isEqualTo(method.getReturnType() == long.class ? 7L : null);
        }
    }

    private static Object[] arguments(Method method) {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type == long.class) {
                arguments[i] = 100L + i;
            } else if (type == int.class) {
                arguments[i] = 200 + i;
            } else if (type == boolean.class) {
                arguments[i] = true;
            }
        }
        return arguments;
    }
}
