package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares the gateway's attempts with the channels' own books, line by line in both directions. */
final class ChannelCheck {
    private static final String RULE =
            "the channels' books have the attempts that succeeded, and no others, but for what waits for people";

    private static final String ATTEMPTS = """
            select replace(a.attempt_id::text, '-', ''), 'pay_' || replace(a.payment_id::text, '-', ''),
                   a.state, p.state, p.amount_minor, coalesce(a.outcome_code = 'given_back', false),
                   p.state = 'CONFLICTED' and a.over_before is not null
                   and exists (select from sluice.attempt w
                                where w.merchant_id = p.merchant_id and w.payment_id = p.payment_id and w.attention = 'conflicted')
              from sluice.attempt a join sluice.payment p using (merchant_id, payment_id)
             where a.channel = any (string_to_array(?, ','))""";

    /** @param undecided the channel contradicts itself about it, and people are told: {@link Waiting} says what its book has */
    private record Attempt(
            String number,
            String payment,
            String state,
            String paymentState,
            long amountMinor,
            boolean givenBack,
            boolean undecided) {}

    private final Map<String, Attempt> attempts = new HashMap<>();
    private final Map<String, String> chargedPayments = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    private ChannelCheck() {}

    static Finding look(SandboxDatabase database, List<JsonNode> books) {
        var check = new ChannelCheck();
        database.query(
                        ATTEMPTS,
                        row -> new Attempt(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getBoolean(6),
                                row.getBoolean(7)),
                        Simulator.channels())
                .forEach(attempt -> check.attempts.put(attempt.number(), attempt));
        books.forEach(check::look);
        check.attempts.values().forEach(check::uncharged);
        return new Finding(RULE, check.differences);
    }

    private void look(JsonNode book) {
        Set<String> voided = book.path("voids")
                .valueStream()
                .map(undone -> Json.text(undone, "number"))
                .collect(Collectors.toSet());
        for (JsonNode charge : book.path("charges")) {
            String number = Json.text(charge, "number");
            if (!number.isEmpty() && voided.contains(number)) {
                voided(number);
            } else {
                chargeOfOrder(charge);
            }
        }
    }

    private void voided(String number) {
        Attempt attempt = attempts.remove(number);
        if (attempt == null) {
            differences.add("att_" + number + " was charged and undone, and the gateway knows it not");
        } else if (!attempt.state().equals("REVERSED")) {
            differences.add("att_%s of %s was undone by the channel and is %s, its payment %s"
                    .formatted(number, attempt.payment(), attempt.state(), attempt.paymentState()));
        }
    }

    /** A capture of held money has a number of its own, and is compared with that: {@link ModificationCheck}. */
    private void chargeOfOrder(JsonNode charge) {
        if (Json.text(charge, "out_capture_no").isEmpty()) {
            charge(charge);
        } else {
            attempts.remove(Json.text(charge, "out_trade_no"));
        }
    }

    /** Takes the attempt out of those that still wait for a charge. */
    private void charge(JsonNode charge) {
        String number = Json.text(charge, "out_trade_no");
        long amount = charge.path("amount").asLong();
        Attempt attempt = attempts.remove(number);
        if (attempt == null) {
            differences.add("att_" + number + " was charged " + amount
                    + " minor units, and the gateway knows it not, or once only");
            return;
        }
        if (!attempt.state().equals("SUCCEEDED")) {
            differences.add("att_%s of %s was charged by the channel and is %s, its payment %s"
                    .formatted(number, attempt.payment(), attempt.state(), attempt.paymentState()));
        }
        if (amount != attempt.amountMinor()) {
            differences.add("att_%s of %s was charged %d minor units instead of %d"
                    .formatted(number, attempt.payment(), amount, attempt.amountMinor()));
        }
        requireOnce(attempt);
    }

    private void requireOnce(Attempt attempt) {
        if (attempt.givenBack()) {
            return;
        }
        String earlier = chargedPayments.put(attempt.payment(), attempt.number());
        if (earlier != null && !attempt.paymentState().equals("CONFLICTED")) {
            differences.add("%s was charged twice, as att_%s and att_%s"
                    .formatted(attempt.payment(), earlier, attempt.number()));
        }
    }

    private void uncharged(Attempt attempt) {
        if (attempt.state().equals("SUCCEEDED") && !attempt.undecided()) {
            differences.add("att_%s of %s is SUCCEEDED, and the channel's book has no charge"
                    .formatted(attempt.number(), attempt.payment()));
        }
    }
}
