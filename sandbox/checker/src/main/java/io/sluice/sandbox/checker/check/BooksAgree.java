package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Payment;
import io.sluice.sandbox.checker.evidence.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

final class BooksAgree implements Check {
    @Override
    public String name() {
        return "books-agree";
    }

    @Override
    public String rule() {
        return "the channel's book, the payments and the ledger name the same amounts, charged and given back, but for what waits for people";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, Long> charged = evidence.charged();
        List<String> found = new ArrayList<>();
        compare(
                "charged",
                charged,
                succeeded(evidence, charged),
                booked(evidence, line -> line.isOfChannel() && !line.isRefund() && !line.isPayout(), 1),
                undecided(evidence),
                found);
        compare(
                "given back",
                evidence.givenBack(),
                evidence.refunded(),
                booked(evidence, line -> line.isOfChannel() && line.isRefund(), -1),
                Map.of(),
                found);
        return found;
    }

    /** What stands in suspense and people are called to: the channel said that it came, and its book may say otherwise. */
    private static Map<String, Long> undecided(Evidence evidence) {
        Map<String, Long> held = booked(evidence, Posting::isOfSuspense, -1);
        held.keySet()
                .retainAll(evidence.store().payments().stream()
                        .filter(payment -> payment.state().equals("CONFLICTED") && payment.withPeople())
                        .map(Payment::id)
                        .toList());
        return held;
    }

    /** What people have yet to decide has no amount of its own. */
    private static Map<String, Long> succeeded(Evidence evidence, Map<String, Long> charged) {
        Map<String, Long> amounts = new HashMap<>();
        for (Payment payment : evidence.store().payments()) {
            switch (payment.state()) {
                case "SUCCEEDED", "PARTIALLY_CAPTURED" -> amounts.put(payment.id(), payment.collectedMinor());
                case "CONFLICTED", "REVERSED" -> amounts.put(payment.id(), charged.getOrDefault(payment.id(), 0L));
                default -> {}
            }
        }
        return amounts;
    }

    private static void compare(
            String what,
            Map<String, Long> channel,
            Map<String, Long> gateway,
            Map<String, Long> ledger,
            Map<String, Long> undecided,
            List<String> to) {
        Set<String> all = new TreeSet<>(channel.keySet());
        all.addAll(gateway.keySet());
        all.addAll(ledger.keySet());
        for (String payment : all) {
            long atChannel = channel.getOrDefault(payment, 0L);
            long atGateway = gateway.getOrDefault(payment, 0L);
            long inLedger = ledger.getOrDefault(payment, 0L);
            long beyond = inLedger - atGateway;
            if (atChannel != atGateway || beyond < 0 || beyond > undecided.getOrDefault(payment, 0L)) {
                to.add("%s, %s: %d by the channel's book, %d by the gateway, %d by the ledger"
                        .formatted(payment, what, atChannel, atGateway, inLedger));
            }
        }
    }

    private static Map<String, Long> booked(Evidence evidence, Predicate<Posting> which, int sign) {
        Map<String, Long> sums = new HashMap<>();
        evidence.store().postings().stream()
                .filter(which)
                .forEach(line -> sums.merge(line.paymentId(), sign * line.debitMinor(), Math::addExact));
        return sums;
    }
}
