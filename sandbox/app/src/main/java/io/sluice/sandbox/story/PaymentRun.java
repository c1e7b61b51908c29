package io.sluice.sandbox.story;

import io.sluice.sandbox.books.LedgerEntry;
import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.shop.ReceivedWebhook;
import io.sluice.sandbox.shop.WebhookLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One payment from its request to what it left behind, watched on its way. */
public final class PaymentRun {
    /** For what follows a payment's end: books and webhooks. */
    private static final Duration TAIL = Duration.ofSeconds(8);

    private static final Set<String> BOOKED = Set.of("SUCCEEDED", "CONFLICTED");

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Place place;
    private final MerchantClient client;
    private final PaymentWatcher watcher;

    public PaymentRun(Place place, PaymentWatcher watcher) {
        this.place = place;
        this.client = MerchantClient.of(place);
        this.watcher = watcher;
    }

    /**
     * Sends the order and follows the payment.
     *
     * @param patience how long the payment may take to come to its end
     * @throws SandboxException when the order is refused
     */
    public PaymentTrace pay(PaymentOrder asked, Duration patience) {
        PaymentOrder order = asked.agreed(client);
        SignedRequest request = client.payment(order.body());
        watcher.sends(request);
        Instant sent = Instant.now();
        var response = client.send(request);
        watcher.answered(response);
        String id = Json.text(MerchantClient.accepted(response), "id");
        try (var _ = AttemptWatch.begin(place, id, sent, watcher)) {
            return trace(id, follow(id, sent, patience, order));
        }
    }

    private List<ServerSentEvent> follow(String id, Instant sent, Duration patience, PaymentOrder order) {
        var follower = EventFollower.follow(client, id);
        Instant deadline = sent.plus(patience);
        var browser = new Browser();
        List<ServerSentEvent> events = new ArrayList<>();
        while (events.isEmpty() || !isLast(events.getLast(), order)) {
            ServerSentEvent event = follower.next(deadline);
            if (event == null) {
                break;
            }
            events.add(event);
            watcher.happened(event, Duration.between(sent, Instant.now()));
            browser.follow(event.payment().path("next_action"));
        }
        return events;
    }

    /** Where money comes after the end, that is not the end of the story; where only people can go on, it is. */
    private static boolean isLast(ServerSentEvent event, PaymentOrder order) {
        return event.state().equals("CONFLICTED")
                ? order.isAnsweredLate()
                : event.isLast() && !order.isPaidAfter(event.state());
    }

    private PaymentTrace trace(String id, List<ServerSentEvent> events) {
        JsonNode payment = client.get("/v1/payments/" + id);
        boolean booked = BOOKED.contains(Json.text(payment, "state")) || isGivenBack(payment);
        int last = payment.path("version").asInt();
        watcher.waits(booked ? "the ledger and the webhook" : "the webhook");
        // In pairs: what was given back was held before.
        int fewest = isGivenBack(payment) ? 4 : 1;
        var entries = booked ? soon(() -> entries(id), found -> found.size() >= fewest) : entries(id);
        var webhooks = soon(
                () -> WebhookLog.ofPayment(place.webhooks(), id),
                found -> found.stream().anyMatch(webhook -> sequence(webhook) == last));
        return new PaymentTrace(payment, events, entries, webhooks);
    }

    private static boolean isGivenBack(JsonNode payment) {
        return payment.path("attempts")
                .valueStream()
                .anyMatch(attempt -> attempt.path("code").asString("").equals("given_back"));
    }

    private List<LedgerEntry> entries(String id) {
        try (var database = SandboxDatabase.open(place)) {
            return LedgerEntry.ofPayment(database, id);
        }
    }

    private static int sequence(ReceivedWebhook webhook) {
        return webhook.hasGenuineSignature()
                ? Json.read(webhook.body()).path("sequence").asInt()
                : 0;
    }

    /** What there is as soon as it is enough, or when time is up. */
    private static <T> T soon(Supplier<T> look, Predicate<T> enough) {
        Instant deadline = Instant.now().plus(TAIL);
        T found = look.get();
        while (!enough.test(found) && Instant.now().isBefore(deadline)) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = look.get();
        }
        return found;
    }
}
