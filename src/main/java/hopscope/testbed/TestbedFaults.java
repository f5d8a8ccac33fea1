package hopscope.testbed;

import hopscope.scenario.FaultKind;
import hopscope.scenario.FaultSpec;
import hopscope.scenario.NodeState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which faults can be done to real nodes on real connections. */
public final class TestbedFaults {
    private static final Set<FaultKind> KINDS = EnumSet.of(
            FaultKind.LINK_DOWN,
            FaultKind.LINK_UP,
            FaultKind.NODE_DOWN,
            FaultKind.NODE_UP,
            FaultKind.FLAP,
            FaultKind.CHURN);

    private TestbedFaults() {}

    /** Why a fault cannot be done, in words; empty if it can. */
    public static Optional<String> refusal(FaultSpec fault) {
        if (fault.when() != null) {
            return Optional.of("a testbed cannot wait for convergence: no node knows when it has come");
        }
        FaultKind kind = fault.kind();
        if (!KINDS.contains(kind)) {
            return Optional.of("a testbed cannot do '" + kind.label() + "'");
        }
        boolean node = kind == FaultKind.NODE_DOWN || kind == FaultKind.CHURN;
        if (node && fault.isSilent()) {
            return Optional.of("a testbed cannot stop a node silently: the system closes its connections");
        }
        if (fault.grace() != null) {
            return Optional.of("a testbed cannot let a node leave in order: it ends the process");
        }
        boolean keeps = fault.state() == NodeState.KEPT
                || fault.churn() != null && fault.churn().state() == NodeState.KEPT;
        return keeps ? Optional.of("a testbed cannot freeze a node: it stops with its state wiped") : Optional.empty();
    }
}
