package io.sluice.sandbox.simulators.bill;

/**
 * A line of a bill that can be made to differ from the book.
 *
 * @param <L> the channel's own kind of line
 */
public interface Billed<L> {
    /** The merchant's number of the order. */
    String orderNumber();

    boolean isRefund();

    /** The same line over a fen more, which goes the same way. */
    L overMore();

    /** A refund of all of this payment, which nobody asked for. */
    L undone(String refundNumber);

    /** A payment like this one of an order that nobody made. */
    L stranger(String otherNumber);
}
