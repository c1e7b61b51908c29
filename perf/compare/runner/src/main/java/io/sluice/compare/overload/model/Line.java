package io.sluice.compare.overload.model;

/**
 * One promise and whether it is kept.
 *
 * @param scenario in which it was looked at
 * @param what was looked at
 * @param wanted of it, with its unit
 * @param seen of it, with its unit
 */
public record Line(String scenario, String what, String wanted, String seen, boolean holds) {
    /** Something that must be no more than a limit. */
    public static Line atMost(String scenario, String what, double limit, double seen, String unit) {
        return new Line(scenario, what, "at most " + shown(limit, unit), shown(seen, unit), seen <= limit);
    }

    private static String shown(double value, String unit) {
        return String.valueOf(Math.round(value * 10) / 10.0).replaceAll("\\.0$", "") + " " + unit;
    }

    /** {@code ok} or {@code NOT}. */
    public String verdict() {
        return holds ? "ok" : "NOT";
    }
}
