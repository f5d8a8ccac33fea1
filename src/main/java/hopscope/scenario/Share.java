package hopscope.scenario;

/**
 * A part of the whole, written in per cent: {@code 1%}, {@code 0.05%}.
 *
 * @param ppm parts per million, 0 … 1,000,000
 */
public record Share(int ppm) {
    /** The share as a fraction, 0 … 1. */
    public double fraction() {
        return ppm / 1e6;
    }
}
