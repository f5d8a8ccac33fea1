package hopscope.compare;

import hopscope.statistics.MeanDifference;
import hopscope.statistics.StudentT;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A mean difference along an axis, linear between the values at which it was measured, with its pointwise 95 % band; and
 * where it is zero.
 *
 * <p>The interval of a zero is Fieller's (1954) on each straight piece: all places at which the band holds zero. Between two
 * values the variance of the line is that of a weighted mean of two differences, their covariance included where they share
 * seeds: common random numbers make neighbouring cells err in the same direction.
 */
final class DifferenceLine {
    private static final double UPPER_TAIL = 0.975;

    /** So often the remaining piece is halved: to a billionth of it. */
    private static final int HALVINGS = 30;

    private final List<Point> points;
    private final double quantile;

    /** A measured difference. */
    record Point(double x, MeanDifference difference, Map<Long, Double> bySeed) {}

    /**
     * A place where the line is zero.
     *
     * @param at the place
     * @param low where the band begins to hold zero
     * @param high where it ends to
     * @param sign of the difference below the zero: −1 or 1
     */
    record Zero(double at, double low, double high, int sign) {}

    /** @param points at least two, at different places, in any order */
    DifferenceLine(List<Point> points) {
        this.points =
                points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
        double degrees = points.stream()
                .mapToDouble(point -> point.difference().degrees())
                .min()
                .orElseThrow();
        this.quantile = StudentT.quantile(UPPER_TAIL, degrees);
    }

    /** The zeros between places with proven differences of opposite sign, ascending. */
    List<Zero> zeros() {
        List<Zero> zeros = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < points.size(); i++) {
            int sign = provenSign(i);
            if (sign == 0) {
                continue;
            }
            if (last >= 0 && provenSign(last) == -sign) {
                zeros.add(zero(last, i));
            }
            last = i;
        }
        return zeros;
    }

    private int provenSign(int point) {
        return excess(point, 0) <= 0 ? 0 : (int) Math.signum(difference(point));
    }

    private Zero zero(int from, int to) {
        int sign = provenSign(from);
        int piece = from;
        while (piece + 1 < to && difference(piece + 1) * sign > 0) {
            piece++;
        }
        double share = difference(piece) / (difference(piece) - difference(piece + 1));
        return new Zero(place(piece, share), low(piece, share), high(piece, share), sign);
    }

    /** From the zero downwards: the first place at which the band leaves zero. */
    private double low(int piece, double share) {
        int p = piece;
        double inside = share;
        while (excess(p, 0) <= 0) {
            p--;
            inside = 1;
        }
        return place(p, border(p, inside, 0));
    }

    private double high(int piece, double share) {
        int p = piece;
        double inside = share;
        while (excess(p, 1) <= 0) {
            p++;
            inside = 0;
        }
        return place(p, border(p, inside, 1));
    }

    private double border(int piece, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (in + out) / 2;
            if (excess(piece, middle) > 0) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return out;
    }

    private double place(int piece, double share) {
        double from = points.get(piece).x();
        return from + share * (points.get(piece + 1).x() - from);
    }

    /** Positive where the band excludes zero; at a share of the piece that begins at a point, 0 … 1. */
    private double excess(int piece, double share) {
        double here = difference(piece);
        double error = points.get(piece).difference().standardError();
        if (share == 0) {
            return here * here - quantile * quantile * error * error;
        }
        double next = difference(piece + 1);
        double nextError = points.get(piece + 1).difference().standardError();
        double mean = (1 - share) * here + share * next;
        double variance = (1 - share) * (1 - share) * error * error
                + share * share * nextError * nextError
                + 2 * share * (1 - share) * covariance(piece);
        return mean * mean - quantile * quantile * variance;
    }

    private double difference(int point) {
        return points.get(point).difference().difference();
    }

    /** Of the mean differences at a point and the next; 0 unless both rest on the same seeds. */
    private double covariance(int point) {
        Map<Long, Double> first = points.get(point).bySeed();
        Map<Long, Double> second = points.get(point + 1).bySeed();
        int n = first.size();
        if (n < 2 || !first.keySet().equals(second.keySet())) {
            return 0;
        }
        double sum = 0;
        for (Map.Entry<Long, Double> entry : first.entrySet()) {
            sum += (entry.getValue() - difference(point)) * (second.get(entry.getKey()) - difference(point + 1));
        }
        return sum / (n - 1) / n;
    }
}
