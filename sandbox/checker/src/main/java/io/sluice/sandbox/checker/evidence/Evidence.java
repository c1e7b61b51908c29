package io.sluice.sandbox.checker.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All four accounts of what happened. */
public record Evidence(Store store, Book book, List<Webhook> webhooks, List<Answer> answers) {

    public static Evidence read(Sources sources) {
        // The store comes last: what the others tell of is then in it.
        var answers = HistoryReader.read(sources.history());
        var webhooks = WebhookReader.read(sources.webhooks());
        var book = BookReader.read(sources.books());
        return new Evidence(StoreReader.read(sources), book, webhooks, answers);
    }

    public Map<String, Payment> payments() {
        return store.payments().stream().collect(Collectors.toMap(Payment::id, payment -> payment));
    }

    /** What the channel charged, by payment; a charge that the gateway does not know stands under its attempt. */
    public Map<String, List<Charge>> charges() {
        return book.charges().stream().collect(Collectors.groupingBy(charge -> paymentOf(charge.number())));
    }

    /** What the channel charged in all, by payment. */
    public Map<String, Long> charged() {
        Map<String, Long> sums = new HashMap<>();
        book.charges().forEach(line -> sums.merge(paymentOf(line.number()), line.amountMinor(), Math::addExact));
        return sums;
    }

    /** What the channel gave back in all, by payment. */
    public Map<String, Long> givenBack() {
        Map<String, Long> sums = new HashMap<>();
        book.givenBack().forEach(line -> sums.merge(paymentOf(line.number()), line.amountMinor(), Math::addExact));
        return sums;
    }

    /** What the gateway says was given back in all, by payment. */
    public Map<String, Long> refunded() {
        Map<String, Long> sums = new HashMap<>();
        store.refunds().stream()
                .filter(refund -> refund.state().equals("SUCCEEDED"))
                .forEach(refund -> sums.merge(refund.paymentId(), refund.amountMinor(), Math::addExact));
        return sums;
    }

    private String paymentOf(String number) {
        return store.attempts().getOrDefault(number, "att_" + number);
    }
}
