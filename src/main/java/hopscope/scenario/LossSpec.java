package hopscope.scenario;

/**
 * How frames are lost: each independently, written as a share alone, or in bursts by the chain of Gilbert (Bell System
 * Technical Journal 39, 1960) and Elliott (42, 1963). The chain is in a good or a bad state and steps once per frame,
 * before it is decided whether the frame is lost.
 *
 * @param rate independent loss; all others are {@code null} then
 * @param mean share of all frames lost, with {@code burst}: lost always in the bad state and never in the good one
 * @param burst mean number of consecutive frames lost, at least 1
 * @param p probability to step from good to bad
 * @param r probability to step from bad to good
 * @param good loss in the good state; default 0 %
 * @param bad loss in the bad state; default 100 %
 */
public record LossSpec(
        @Setting(about = "Loss of each frame independently; the same as the share alone.")
        Share rate,

        @Setting(about = "Gilbert: share of all frames that are lost; with burst.")
        Share mean,

        @Setting(about = "Gilbert: mean number of consecutive frames lost; with mean.", min = "1", max = "1000000")
        Double burst,

        @Setting(about = "Gilbert-Elliott: probability to step from the good state to the bad one; with r.")
        Share p,

        @Setting(about = "Gilbert-Elliott: probability to step from the bad state to the good one; with p.")
        Share r,

        @Setting(about = "Gilbert-Elliott: loss in the good state, default 0%.")
        Share good,

        @Setting(about = "Gilbert-Elliott: loss in the bad state, default 100%.")
        Share bad) {
    /** Nothing is lost. */
    public static final LossSpec NONE = independent(new Share(0));

    private static final double ALL_PPM = 1e6;

    /** Each frame is lost with the same probability, whatever became of others. */
    public static LossSpec independent(Share rate) {
        return new LossSpec(rate, null, null, null, null, null, null);
    }

    /** Bursts of a mean length, so that a mean share of frames is lost. */
    public static LossSpec bursts(Share mean, double burst) {
        return new LossSpec(null, mean, burst, null, null, null, null);
    }

    /** Whether each frame is lost independently. */
    public boolean isIndependent() {
        return rate != null;
    }

    /** Probability to step from good to bad. */
    public double toBad() {
        return p != null ? p.fraction() : toGood() * mean.fraction() / (1 - mean.fraction());
    }

    /** Probability to step from bad to good. */
    public double toGood() {
        return r != null ? r.fraction() : 1 / burst;
    }

    /** Loss in the good state, parts per million. */
    public int goodPpm() {
        return good == null ? 0 : good.ppm();
    }

    /** Loss in the bad state, parts per million. */
    public int badPpm() {
        return bad == null ? (int) ALL_PPM : bad.ppm();
    }

    /** Share of the steps that end in the bad state, in the long run. */
    public double badShare() {
        return toBad() + toGood() == 0 ? 0 : toBad() / (toBad() + toGood());
    }

    /** Share of all frames that are lost in the long run, 0 … 1. */
    public double meanFraction() {
        return isIndependent() ? rate.fraction() : (badShare() * badPpm() + (1 - badShare()) * goodPpm()) / ALL_PPM;
    }
}
