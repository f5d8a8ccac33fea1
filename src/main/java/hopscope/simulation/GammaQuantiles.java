package hopscope.simulation;

/** Quantiles of the gamma distribution of scale 1, by the score that a normal variable of the same share has. */
final class GammaQuantiles {
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double LANCZOS_G = 7;
    private static final double LOG_LEAST = -700;
    private static final double FIRST_STEP = 1e-3;
    private static final int BISECTIONS = 45;
    private static final int TERMS_MAX = 100_000;
    private static final double TINY = 1e-300;
    private static final double ENOUGH = 1e-16;

    private final double shape;
    private final double logGamma;

    /** @param shape positive */
    GammaQuantiles(double shape) {
        this.shape = shape;
        this.logGamma = logGamma(shape);
    }

    /** The logarithm of the quantile at a score, at least the one given, which belongs to a smaller score. */
    double logAtScore(double score, double atLeast) {
        double step = FIRST_STEP;
        double low = atLeast;
        double high = low + step;
        while (isBelow(high, score)) {
            low = high;
            step *= 2;
            high = low + step;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (isBelow(middle, score)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The least logarithm: the quantile there is 0 for every purpose. */
    static double logLeast() {
        return LOG_LEAST;
    }

    /** Compares the smaller of the two tails, which keeps its digits. */
    private boolean isBelow(double log, double score) {
        double x = StrictMath.exp(log);
        return score < 0
                ? lower(x, log) < StandardNormal.share(score)
                : 1 - lower(x, log) > StandardNormal.share(-score) && upper(x, log) > StandardNormal.share(-score);
    }

    /** P(shape, x), Abramowitz and Stegun 6.5.29, or one less the other tail. */
    private double lower(double x, double log) {
        if (x >= shape + 1) {
            return 1 - fraction(x, log);
        }
        double term = 1 / shape;
        double sum = term;
        for (int i = 1; i < TERMS_MAX && term > sum * ENOUGH; i++) {
            term *= x / (shape + i);
            sum += term;
        }
        return sum * StrictMath.exp(shape * log - x - logGamma);
    }

    private double upper(double x, double log) {
        return x >= shape + 1 ? fraction(x, log) : 1 - lower(x, log);
    }

    /** Q(shape, x), Abramowitz and Stegun 6.5.31, by the method of Lentz. */
    private double fraction(double x, double log) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        double delta = 0;
        for (int i = 1; i < TERMS_MAX && Math.abs(delta - 1) > ENOUGH; i++) {
            double an = -i * (i - shape);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.abs(d) < TINY ? TINY : d);
            c = b + an / c;
            c = Math.abs(c) < TINY ? TINY : c;
            delta = d * c;
            h *= delta;
        }
        return h * StrictMath.exp(shape * log - x - logGamma);
    }

    /** Lanczos (SIAM Journal on Numerical Analysis 1, 1964) with g = 7 and nine coefficients. */
    private static double logGamma(double x) {
        if (x < 0.5) {
            return StrictMath.log(StrictMath.PI / StrictMath.sin(StrictMath.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x - 1 + LANCZOS_G + 0.5;
        return 0.5 * StrictMath.log(2 * StrictMath.PI) + (x - 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }
}
