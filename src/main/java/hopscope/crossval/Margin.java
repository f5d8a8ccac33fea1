package hopscope.crossval;

/**
 * How far two means may lie apart and still count as the same: the larger of a share of the simulated mean and a floor.
 *
 * @param relative share of the simulated mean, 0 … 1
 * @param floor in the metric's own unit
 */
public record Margin(double relative, double floor) {
    /** The margin around a simulated mean, in the metric's unit. */
    public double around(double mean) {
        return Math.max(relative * Math.abs(mean), floor);
    }

    /** The same floor with another share. */
    Margin withRelative(double share) {
        return new Margin(share, floor);
    }
}
