package io.sluice.sandbox.books;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A payment that waits for people: what is not known of it is no difference between books as long as somebody is told.
 *
 * @param payment {@code pay_…}
 * @param why what happened, and what the channel's book says
 * @param decision what that book speaks for
 */
public record Waiting(String payment, String why, String decision) {

    private static final String PAYMENTS = """
            select 'pay_' || replace(a.payment_id::text, '-', ''), a.attention, coalesce(c.channel, ''),
                   coalesce(replace(c.attempt_id::text, '-', ''), ''), coalesce(c.over_before, '')
              from sluice.attempt a join sluice.payment p using (merchant_id, payment_id) left join lateral (
                   select channel, attempt_id, over_before from sluice.attempt c
                    where c.merchant_id = p.merchant_id and c.payment_id = p.payment_id and c.state = 'SUCCEEDED'
                      and c.outcome_code is distinct from 'given_back'
                    order by c.over_before is null, c.updated_at desc limit 1) c on true
             where a.attention is not null and p.give_back_reserved_minor = 0 order by a.updated_at""";

    /** @param overBefore empty where the channel does not contradict itself */
    private record Row(String payment, String attention, String channel, String number, String overBefore) {

        Waiting against(Set<String> charged) {
            if (attention.equals("manual")) {
                return new Waiting(payment, "nobody knows what became of it", "charged or not_charged");
            }
            if (overBefore.isEmpty()) {
                return new Waiting(payment, "money came twice or too late", "keep or give_back");
            }
            boolean came = charged.contains(number);
            String why = "%s had said of att_%s that it is %s, and then that it is paid; its own book has %s"
                    .formatted(channel, number, overBefore, came ? "the charge" : "no charge");
            return new Waiting(payment, why, came ? "keep or give_back" : "nothing_came");
        }
    }

    /** What is true of the payment, if it waits for people. */
    public static Optional<Waiting> of(Place place, String payment) {
        try (var database = SandboxDatabase.open(place)) {
            return look(database, SimulatorClient.books(place)).stream()
                    .filter(one -> one.payment().equals(payment))
                    .findFirst();
        }
    }

    /** Oldest first. */
    static List<Waiting> look(SandboxDatabase database, List<JsonNode> books) {
        Set<String> charged = books.stream()
                .flatMap(book -> book.path("charges").valueStream())
                .map(charge -> Json.text(charge, "out_trade_no"))
                .collect(Collectors.toSet());
        return database
                .query(
                        PAYMENTS,
                        row -> new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .stream()
                .map(row -> row.against(charged))
                .toList();
    }

    @Override
    public String toString() {
        return payment + ": " + why + "; decide " + decision;
    }
}
