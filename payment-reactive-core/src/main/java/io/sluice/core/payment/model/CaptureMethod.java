package io.sluice.core.payment.model;

import java.util.Locale;

/** When a payment's money is collected. */
public enum CaptureMethod {
    /** At once. */
    AUTOMATIC,
    /** It is held first, and the merchant captures it. */
    MANUAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
