package io.sluice.sandbox.simulators.bill;

import tools.jackson.databind.JsonNode;

/**
 * How bills are to be from now on.
 *
 * @param differences from the book
 * @param atOnce those of days that are not over, too
 * @param lies what is said of them is untrue: WeChat Pay's hash, Alipay's totals, UnionPay's signature
 * @param cutOff they come half, and then the connection ends
 */
record Wish(Differences differences, boolean atOnce, boolean lies, boolean cutOff) {
    static final Wish NONE = new Wish(Differences.NONE, false, false, false);

    static Wish read(JsonNode wish) {
        return new Wish(
                Differences.read(wish),
                wish.path("at_once").asBoolean(false),
                wish.path("lies").asBoolean(false),
                wish.path("cut_off").asBoolean(false));
    }
}
