package io.sluice.sandbox.simulators.weather.model;

/** The standard normal distribution's quantiles. */
final class Normal {
    /** Beyond these a quantile would be infinite. */
    private static final double LEAST = 1e-12;

    private Normal() {}

    /**
     * The rational approximation 26.2.23 of Abramowitz and Stegun, Handbook of Mathematical Functions: wrong by less than
     * 4.5e-4, which no latency shows.
     */
    static double quantile(double probability) {
        double p = Math.clamp(probability, LEAST, 1 - LEAST);
        return p < 0.5 ? -upper(p) : upper(1 - p);
    }

    /** @param tail above 0 and at most 0.5 */
    private static double upper(double tail) {
        double t = Math.sqrt(-2 * Math.log(tail));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return t - above / below;
    }
}
