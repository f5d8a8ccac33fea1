package hopscope.cli;

/** What the commands exit with. */
final class ExitStatus {
    /** All is well. */
    static final int FINE = 0;

    /** An expectation or a regression check failed. */
    static final int FAILED = 1;

    /** What the user gave is wrong: nothing ran; or a plugin, which is given by the user, too, failed in a run. */
    static final int USAGE = 2;

    /** There was nothing to judge by. */
    static final int INCONCLUSIVE = 3;

    /** A fault of Hopscope itself. */
    static final int INTERNAL_ERROR = 70;

    private ExitStatus() {}
}
