package hopscope.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The latency and loss that a class of links should show, by its models: each weighs as many frames as were sent on it,
 * or as directions have it where none were. Latencies are propagation only; where links have a bandwidth, the measured
 * ones are longer by waiting and transmission.
 */
final class ConfiguredLatency {
    private static final int POINTS_MAX = StandardNormal.USUAL_COUNT;
    private static final int POINTS_ALL = 200_000;

    private final double[][] points;
    private final double weight;
    private final double loss;
    private final double mean;

    /** @param points latency in milliseconds and weight, ascending */
    private ConfiguredLatency(double[][] points, double loss) {
        this.points = points;
        this.loss = loss;
        double all = 0;
        double sum = 0;
        for (double[] point : points) {
            all += point[1];
            sum += point[0] * point[1];
        }
        this.weight = all;
        this.mean = all == 0 ? Double.NaN : sum / all;
    }

    static ConfiguredLatency of(List<LinkUse> uses) {
        boolean used = uses.stream().anyMatch(use -> use.frames() > 0);
        int each = Math.max(16, Math.min(POINTS_MAX, POINTS_ALL / Math.max(1, uses.size())));
        double all = 0;
        double loss = 0;
        double[][] points = new double[0][];
        int count = 0;
        for (LinkUse use : uses) {
            double weight = used ? use.frames() : use.directions();
            if (weight > 0) {
                all += weight;
                loss += weight * use.model().lossFraction();
                double[] own = use.model().points(each);
                points = count + own.length <= points.length
                        ? points
                        : Arrays.copyOf(points, Math.max(2 * points.length, count + own.length));
                for (double point : own) {
                    points[count++] = new double[] {point, weight / own.length};
                }
            }
        }
        points = Arrays.copyOf(points, count);
        if (!isAscending(points)) {
            Arrays.sort(points, Comparator.comparingDouble(point -> point[0]));
        }
        return new ConfiguredLatency(points, all == 0 ? Double.NaN : loss / all);
    }

    private static boolean isAscending(double[][] points) {
        for (int i = 1; i < points.length; i++) {
            if (points[i][0] < points[i - 1][0]) {
                return false;
            }
        }
        return true;
    }

    double lossFraction() {
        return loss;
    }

    double meanMillis() {
        return mean;
    }

    double quantileMillis(double share) {
        double rank = share * weight;
        double before = 0;
        for (double[] point : points) {
            before += point[1];
            if (before >= rank) {
                return point[0];
            }
        }
        return points.length == 0 ? Double.NaN : points[points.length - 1][0];
    }
}
