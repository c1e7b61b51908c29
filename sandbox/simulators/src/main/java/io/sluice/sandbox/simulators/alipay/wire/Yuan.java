package io.sluice.sandbox.simulators.alipay.wire;

import java.math.BigDecimal;

/** Amounts as this channel writes them. */
public final class Yuan {
    private Yuan() {}

    /** With two digits after the point: {@code 15.00}. */
    public static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
