package io.sluice.core.channel.bill;

import java.util.Locale;

/** Why there is no bill. It is an exception since a stream that has begun can end with nothing else. */
public final class BillException extends RuntimeException {

    private final Reason reason;

    /** What it means to whoever asked. */
    public enum Reason {
        /** The day is not over, or the channel has not made it yet: ask later. */
        NOT_READY,
        /** The channel has none of this day, which it may say of a day without payments: there is nothing to ask for. */
        NONE,
        /** It came and is not what it says of itself, by hash, signature, count or totals: no line of it is to be believed. */
        BROKEN,
        /** The channel or the way to it failed, or it did not let the account: nothing is known of the bill. */
        UNAVAILABLE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param message says what is wrong, and quotes nothing of the bill */
    public BillException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public static BillException broken(String message) {
        return new BillException(Reason.BROKEN, message);
    }

    /** Of a channel that has no such bill on any day. */
    public static BillException unknown(BillType type) {
        return new BillException(Reason.NONE, "the channel has no bill of " + type.wireName());
    }

    public Reason reason() {
        return reason;
    }
}
