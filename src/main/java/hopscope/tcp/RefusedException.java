package hopscope.tcp;

import java.io.IOException;

/** A connection must not go on. */
final class RefusedException extends IOException {
    private final Refusal cause;

    RefusedException(Refusal cause) {
        super(cause.name());
        this.cause = cause;
    }

    Refusal refusal() {
        return cause;
    }
}
