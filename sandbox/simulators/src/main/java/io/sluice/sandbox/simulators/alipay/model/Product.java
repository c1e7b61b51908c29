package io.sluice.sandbox.simulators.alipay.model;

/** How the payer meets the trade. */
public enum Product {
    /** Scans the merchant's QR code. */
    QR,
    /** Shows a code of his own. */
    CODE,
    /** Is sent to a page, on a desk. */
    PAGE,
    /** Is sent to a page, on a phone. */
    WAP;

    /** Whether the browser asks for the trade, and is led back to the merchant afterwards. */
    public boolean isPage() {
        return this == PAGE || this == WAP;
    }
}
