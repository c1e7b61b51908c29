package io.sluice.sandbox.simulators.alipay.model;

/** The one payer there is. */
public final class Buyer {
    public static final String ID = "2088102180000018";
    public static final String LOGIN = "pay***@example.com";

    private Buyer() {}
}
