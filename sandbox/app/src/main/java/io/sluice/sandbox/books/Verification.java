package io.sluice.sandbox.books;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Holds the four accounts of what happened against each other: the payments, the channel's book, the ledger and what
 * the merchant was told.
 *
 * @param findings one for each rule
 * @param payments how many there are
 * @param open the ids of those that have not come to their end
 * @param waiting those of them that wait for people
 */
public record Verification(List<Finding> findings, long payments, List<String> open, List<Waiting> waiting) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final String OPEN = """
            select 'pay_' || replace(payment_id::text, '-', '') || ' ' || state from sluice.payment
             where state not in ('SUCCEEDED', 'FAILED', 'CLOSED', 'REVERSED', 'AUTHORIZED', 'PARTIALLY_CAPTURED')
            union all
            select 'pyo_' || replace(payout_id::text, '-', '') || ' ' || state from sluice.payout
             where state in ('RESERVED', 'SENT', 'ACCEPTED', 'UNKNOWN')""";

    public static Verification of(Place place) {
        try (var database = SandboxDatabase.open(place)) {
            List<Finding> findings = new ArrayList<>();
            for (StoredCheck check : StoredCheck.values()) {
                findings.add(check.look(database));
            }
            var books = SimulatorClient.books(place);
            findings.add(ChannelCheck.look(database, books));
            for (ModificationCheck check : ModificationCheck.values()) {
                findings.add(check.look(database, books));
            }
            for (PayoutCheck check : PayoutCheck.values()) {
                findings.add(check.look(database));
            }
            findings.add(PayoutCheck.inBooks(database, books));
            findings.add(HoldCheck.look(database, books));
            findings.add(ReceiverCheck.look(database, place));
            long payments = database.query("select count(*) from sluice.payment", row -> row.getLong(1))
                    .getFirst();
            return new Verification(
                    findings, payments, database.query(OPEN, row -> row.getString(1)), Waiting.look(database, books));
        }
    }

    /** As soon as it is as wanted, or as it is when the patience ends: what has just happened may be on its way. */
    public static Verification settled(Place place, Duration patience, Predicate<Verification> wanted) {
        Instant deadline = Instant.now().plus(patience);
        var verification = of(place);
        while (!wanted.test(verification) && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            verification = of(place);
        }
        return verification;
    }

    public boolean holds() {
        return findings.stream().allMatch(Finding::holds);
    }
}
