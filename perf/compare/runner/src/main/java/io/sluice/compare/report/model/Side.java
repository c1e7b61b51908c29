package io.sluice.compare.report.model;

/** What rounds are called in which Sluice is compared with itself. */
public final class Side {
    /** Payments that wait for their payers are created. */
    public static final String CREATING = "sluice-creating";
    /** They are concluded by callbacks. */
    public static final String CONCLUDING = "sluice-concluding";
    /** Payments with nobody who follows any. */
    public static final String ALONE = "sluice-alone";
    /** Payments with idle subscribers on top. */
    public static final String FOLLOWED = "sluice-followed";

    private Side() {}
}
