package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Event;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Posting;
import io.sluice.sandbox.checker.evidence.Webhook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class EffectsOnce implements Check {
    @Override
    public String name() {
        return "effects-once";
    }

    @Override
    public String rule() {
        return "a payment is charged by one ledger entry, and whatever arrives of an event, again or not, is one and the same";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return Stream.of(bookedTwice(evidence), changedCopies(evidence), strangers(evidence))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> bookedTwice(Evidence evidence) {
        Map<String, Set<String>> entries = new TreeMap<>();
        evidence.store().postings().stream()
                .filter(line -> line.kind().equals("charge"))
                .forEach((Posting line) -> entries.computeIfAbsent(line.paymentId(), first -> new TreeSet<>())
                        .add(line.entryId()));
        return entries.entrySet().stream()
                .filter(payment -> payment.getValue().size() > 1)
                .map(payment -> payment.getKey() + " is booked as charged by "
                        + payment.getValue().size() + " entries");
    }

    private static Stream<String> changedCopies(Evidence evidence) {
        Map<String, String> first = new HashMap<>();
        return evidence.webhooks().stream()
                .filter(Webhook::genuine)
                .filter(webhook -> !first.computeIfAbsent(webhook.eventId(), id -> webhook.body())
                        .equals(webhook.body()))
                .map(webhook -> webhook.eventId() + " arrived twice and said two things");
    }

    private static Stream<String> strangers(Evidence evidence) {
        Set<String> known = evidence.store().events().stream().map(Event::id).collect(Collectors.toSet());
        return evidence.webhooks().stream()
                .filter(webhook -> webhook.genuine() && !known.contains(webhook.eventId()))
                .map(webhook -> webhook.eventId() + " arrived and is not in the event log");
    }
}
