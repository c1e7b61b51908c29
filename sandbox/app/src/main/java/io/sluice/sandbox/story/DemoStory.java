package io.sluice.sandbox.story;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.books.TrialBalance;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.shop.ReceivedWebhook;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One payment told step by step, with what each room wrote down about it. */
public final class DemoStory implements PaymentWatcher {
    private static final long AMOUNT_FEN = 1500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Place place;
    private final Chapters out;
    private final PaymentPrinter printer;

    public DemoStory(Place place, PrintStream out) {
        this.place = place;
        this.out = new Chapters(out);
        this.printer = new PaymentPrinter(out);
    }

    /** Whether the payment succeeded and the books balance. */
    public boolean tell() {
        var order = new PaymentOrder(
                "demo-" + UUID.randomUUID().toString().substring(0, 8),
                AMOUNT_FEN,
                "CNY",
                "wechat_native",
                null,
                null,
                null);
        PaymentTrace trace = new PaymentRun(place, this).pay(order, PATIENCE);
        tellRoute(trace.payment());
        tellLedger(trace);
        trace.webhooks().stream().reduce((first, second) -> second).ifPresent(this::tellWebhook);
        boolean balances = tellBooks();
        tellHints(trace);
        return trace.state().equals("SUCCEEDED") && balances;
    }

    @Override
    public void sends(SignedRequest request) {
        out.chapter("The merchant orders a payment of " + Amounts.shown(AMOUNT_FEN, "CNY"));
        out.line(request.method() + " " + request.origin() + request.target());
        request.headers().forEach((name, value) -> out.line(name + ": " + value));
        out.line("");
        out.line(request.body());
        out.chapter("What is signed (RFC 9421: method, authority, path, query, body digest, idempotency key)");
        request.signatureBase().lines().forEach(out::line);
    }

    @Override
    public void answered(HttpResponse<String> response) {
        JsonNode payment = Json.read(response.body());
        out.chapter(
                "The edge has verified, stored and routed it, and asked the channel: HTTP " + response.statusCode());
        out.line(Json.text(payment, "id") + " is " + Json.text(payment, "state"));
        out.chapter("The payment moves; a browser would see these server-sent events");
    }

    @Override
    public void happened(ServerSentEvent event, Duration since) {
        printer.happened(event, since);
    }

    @Override
    public void waits(String what) {
        // It comes in a moment.
    }

    private void tellRoute(JsonNode payment) {
        JsonNode attempt = payment.path("attempts").path(0);
        String number = Json.text(attempt, "id").replace("att_", "");
        var simulator = SimulatorClient.of(place, Simulator.WECHAT);
        JsonNode order = simulator.order(number);
        out.chapter("Its route, and the order as the channel tells it");
        out.line("%s through %s (%s), now %s"
                .formatted(
                        Json.text(attempt, "id"),
                        Json.text(attempt, "channel"),
                        Json.text(attempt, "channel_account"),
                        Json.text(attempt, "state")));
        out.line("out_trade_no %s: %s, transaction_id %s, %d fen"
                .formatted(
                        number,
                        Json.text(order, "trade_state"),
                        Json.text(order, "transaction_id"),
                        order.path("amount").path("total").asLong()));
        for (JsonNode delivery : simulator.callbacks(number).path("deliveries")) {
            out.line("callback to " + place.url(Port.CALLBACK) + ": " + Json.write(delivery));
        }
    }

    private void tellLedger(PaymentTrace trace) {
        out.chapter("The ledger's entry: what the channel owes, what the merchant is due, what the fee is");
        trace.entries().forEach(printer::printEntry);
    }

    private void tellWebhook(ReceivedWebhook webhook) {
        out.chapter("The webhook as the merchant received it (Standard Webhooks)");
        webhook.headers().forEach((name, value) -> out.line(name + ": " + value));
        out.line(webhook.body());
        out.line(
                webhook.hasGenuineSignature()
                        ? "Its signature is verified."
                        : "Its signature is " + webhook.verified());
    }

    private boolean tellBooks() {
        try (var database = SandboxDatabase.open(place)) {
            boolean balances = TrialBalance.read(database).balances();
            out.chapter(balances ? "The books balance" : "The books do not balance: ./sluice books");
            return balances;
        }
    }

    private void tellHints(PaymentTrace trace) {
        out.chapter("The sandbox stays up. Try next");
        out.line("./sluice pay --amount 15.00 --currency CNY --method wechat_native");
        out.line("./sluice pay --amount 15.00 --outcome declined    (also: late, never, silent, duplicate, …)");
        out.line("./sluice get " + trace.id());
        out.line("./sluice curl GET /v1/payments/" + trace.id());
        out.line("./sluice books     ./sluice verify     ./sluice status     ./sluice down");
    }
}
