package io.sluice.core.payment.model;

/** What an outcome means for a payment. */
public sealed interface Conclusion {

    /** It changes the payment. */
    record Changed(Transition transition) implements Conclusion {}

    /** Nothing new: a duplicate, or something older than what is known. */
    record Unchanged(String reason) implements Conclusion {}

    /** An authentic word that contradicts what is known, such as another amount: for people to look at, never a success. */
    record Mismatch(String reason) implements Conclusion {}
}
