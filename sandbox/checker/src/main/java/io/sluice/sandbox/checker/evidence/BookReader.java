package io.sluice.sandbox.checker.evidence;

import static io.sluice.sandbox.checker.evidence.Lines.text;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads channels' books. */
final class BookReader {
    private static final int PATIENCE_MS = 10_000;

    private BookReader() {}

    static Book read(List<URI> books) {
        List<Charge> charges = new ArrayList<>();
        List<GivenBack> givenBack = new ArrayList<>();
        List<PaidOut> paidOut = new ArrayList<>();
        for (URI address : books) {
            JsonNode book = get(address);
            Set<String> voided = book.path("voids")
                    .valueStream()
                    .map(line -> text(line, "transaction_id"))
                    .collect(Collectors.toSet());
            book.path("charges")
                    .valueStream()
                    .filter(line -> !voided.contains(text(line, "transaction_id")))
                    .forEach(line -> charges.add(charge(line)));
            book.path("refunds").forEach(line -> givenBack.add(givenBack(line, amount(line))));
            book.path("returns").forEach(line -> givenBack.add(givenBack(line, -amount(line))));
            book.path("payouts").forEach(line -> paidOut.add(new PaidOut(text(line, "out_payout_no"), amount(line))));
        }
        return new Book(charges, givenBack, paidOut);
    }

    private static Charge charge(JsonNode line) {
        return new Charge(text(line, "out_trade_no"), text(line, "out_capture_no"), amount(line));
    }

    private static GivenBack givenBack(JsonNode line, long amount) {
        return new GivenBack(text(line, "out_refund_no"), text(line, "out_trade_no"), amount);
    }

    private static long amount(JsonNode line) {
        return line.path("amount").asLong();
    }

    private static JsonNode get(URI address) {
        try {
            var connection = address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            try (var body = connection.getInputStream()) {
                return Lines.MAPPER.readTree(body);
            }
        } catch (IOException e) {
            throw new EvidenceException("the channel's book at " + address + " cannot be read", e);
        }
    }
}
