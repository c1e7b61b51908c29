package io.sluice.sandbox.checker.evidence;

/** A refund as its row tells it. */
public record Refund(String id, String paymentId, long amountMinor, String state) {

    /** As the channel knows it: the id without its prefix. */
    public String number() {
        return id.substring(id.indexOf('_') + 1);
    }
}
