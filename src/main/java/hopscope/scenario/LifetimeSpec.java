package hopscope.scenario;

/**
 * The distribution of a session or downtime.
 *
 * <ul>
 *   <li>exponential with {@code mean};
 *   <li>Weibull with {@code shape} k and {@code scale} λ: P(X &gt; x) = exp(−(x/λ)^k), mean λ·Γ(1 + 1/k);
 *   <li>Pareto (type I) with {@code shape} α and {@code min}: P(X &gt; x) = (min/x)^α for x ≥ min, mean α·min/(α − 1), which
 *       is infinite for α ≤ 1.
 * </ul>
 *
 * @param distribution which one
 * @param mean exponential
 * @param shape Weibull, Pareto
 * @param scale Weibull
 * @param min Pareto
 */
public record LifetimeSpec(
        @Setting(about = "The distribution; its parameters stand beside it.", required = true)
        Distribution distribution,

        @Setting(about = "exponential: mean.", min = "1us") TimeSpan mean,

        @Setting(about = "weibull: shape k; pareto: shape α.", min = "0.1", max = "100")
        Double shape,

        @Setting(about = "weibull: scale λ.", min = "1us") TimeSpan scale,

        @Setting(about = "pareto: smallest value.", min = "1us")
        TimeSpan min) {
    /** The lifetime distributions. */
    public enum Distribution {
        EXPONENTIAL,
        WEIBULL,
        PARETO
    }
}
