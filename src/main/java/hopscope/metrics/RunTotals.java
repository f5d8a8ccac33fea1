package hopscope.metrics;

/**
 * What a run has counted until a moment; the difference of two is what happened between them.
 *
 * @param nanos the moment, virtual time
 * @param controlFrames routing and session frames sent
 * @param controlBytes their length
 * @param dataBytes length of data and acknowledgements sent
 * @param windowFull messages that the window refused
 * @param retransmissions of all nodes
 * @param duplicatesReceived by all nodes
 * @param loops pair-seconds in loops
 * @param blackHoles pair-seconds in black holes
 * @param stale pair-seconds of stale routes
 */
record RunTotals(
        long nanos,
        long controlFrames,
        long controlBytes,
        long dataBytes,
        long windowFull,
        long retransmissions,
        long duplicatesReceived,
        double loops,
        double blackHoles,
        double stale) {

    /** What happened since an earlier moment. */
    RunTotals since(RunTotals earlier) {
        return new RunTotals(
                nanos - earlier.nanos,
                controlFrames - earlier.controlFrames,
                controlBytes - earlier.controlBytes,
                dataBytes - earlier.dataBytes,
                windowFull - earlier.windowFull,
                retransmissions - earlier.retransmissions,
                duplicatesReceived - earlier.duplicatesReceived,
                loops - earlier.loops,
                blackHoles - earlier.blackHoles,
                stale - earlier.stale);
    }
}
