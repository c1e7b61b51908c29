package io.sluice.perf.call;

import java.util.concurrent.atomic.AtomicLong;

/** What is bought: the bodies of new payments. */
public final class Orders {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final String RUN = "load-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";

    private Orders() {}

    /** A cup of tea, paid as most are: by scanning a code of WeChat Pay's, unless the run is told otherwise. */
    public static String tea() {
        return tea(Settings.method());
    }

    /** A cup of tea, paid with a method that needs no more than its name. */
    public static String tea(String method) {
        return order(method, "CNY", "tea", "");
    }

    /** Tea whose payer waits until he is told to pay. */
    public static String unpaid() {
        return order("wechat_native", "CNY", "tea outcome=never", "");
    }

    /** Tea by card, of which the sandbox's bank approves. */
    public static String card() {
        return order("card", "CNY", "tea", ",\"card\":{\"number\":\"6200000000000005\",\"expiry\":\"2031-12\"}");
    }

    /** Tea in dollars, approved at PayPal. */
    public static String paypal() {
        return order("paypal", "USD", "tea", "");
    }

    private static String order(String method, String currency, String description, String more) {
        return "{\"merchant_order_no\":\"" + RUN + NUMBERS.incrementAndGet() + "\",\"amount\":1500,\"currency\":\""
                + currency + "\",\"method\":\"" + method + "\",\"description\":\"" + description + "\"" + more + "}";
    }
}
