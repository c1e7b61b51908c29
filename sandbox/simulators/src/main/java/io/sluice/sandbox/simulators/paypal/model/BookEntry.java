package io.sluice.sandbox.simulators.paypal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the channel's own double-entry book: {@code debit} gives, {@code credit} receives.
 *
 * @param orderNumber the merchant's own number of the order
 * @param number the merchant's own number of the refund, or of the capture where it has one
 * @param refundId null for a charge
 */
public record BookEntry(
        String debit,
        String credit,
        Amount amount,
        String payee,
        String orderNumber,
        String captureId,
        @Nullable String number,
        @Nullable String refundId,
        Instant at) {

    private static final String PAYERS = "payers";

    public static BookEntry charge(Order order, Capture capture, Instant at) {
        Terms terms = order.terms();
        return new BookEntry(
                PAYERS,
                merchant(terms),
                capture.amount(),
                terms.payee(),
                terms.customId(),
                capture.id(),
                capture.number(),
                null,
                at);
    }

    public static BookEntry refund(Order order, Refund refund, Instant at) {
        Terms terms = order.terms();
        return new BookEntry(
                merchant(terms),
                PAYERS,
                refund.amount(),
                terms.payee(),
                terms.customId(),
                refund.captureId(),
                refund.number(),
                refund.id(),
                at);
    }

    private static String merchant(Terms terms) {
        return "merchant:" + terms.payee();
    }
}
