package io.sluice.compare.report.model;

import java.util.List;

/** What a service held while it was loaded for long, looked at in even distances. */
public record Soak(List<Look> looks) {
    public Soak {
        looks = List.copyOf(looks);
    }

    /**
     * @param minutes since the beginning
     * @param residentMb of the service
     * @param perSecond payments taken since the look before
     */
    public record Look(double minutes, double residentMb, double perSecond) {}

    /** By how much it grew a minute, in megabytes: the line with the least squares through all but the first fifth. */
    public double slopeMbPerMinute() {
        List<Look> settled = looks.subList(looks.size() / 5, looks.size());
        double meanMinutes =
                settled.stream().mapToDouble(Look::minutes).average().orElse(0);
        double meanMb = settled.stream().mapToDouble(Look::residentMb).average().orElse(0);
        double covariance = 0;
        double variance = 0;
        for (Look look : settled) {
            double off = look.minutes() - meanMinutes;
            covariance += off * (look.residentMb() - meanMb);
            variance += off * off;
        }
        return variance == 0 ? 0 : covariance / variance;
    }

    /** By how much it would have grown over the whole time at that slope, as a share of what it held. */
    public double growth() {
        double held = Spread.of(looks.stream().mapToDouble(Look::residentMb)).median();
        return slopeMbPerMinute() * looks.getLast().minutes() / held;
    }
}
