package hopscope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.protocol.routing.Router;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PluginRouterTest {
    /** A default method that is not passed on would do the default instead of what the plugin does. */
    @Test
    void passesOnWhateverARouterMayBeAsked() {
        assertThat(Arrays.stream(Router.class.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers())))
                .isNotEmpty()
                .allSatisfy(method ->
                        assertThat(declares(method)).as(method.toString()).isTrue());
    }

    private static boolean declares(Method method) {
        return Arrays.stream(PluginRouter.class.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
