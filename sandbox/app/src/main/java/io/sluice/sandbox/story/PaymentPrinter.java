package io.sluice.sandbox.story;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.books.AttemptView;
import io.sluice.sandbox.books.LedgerEntry;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.shop.ReceivedWebhook;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** Shows a payment on a terminal as it moves. */
public final class PaymentPrinter implements PaymentWatcher {
    private static final int LONGEST_HEADER = 110;

    private final PrintStream out;
    private final boolean colours = Ansi.AUTO.enabled();
    private boolean actionShown;

    public PaymentPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void sends(SignedRequest request) {
        title("Request");
        line(request.method() + " " + request.origin() + request.target());
        request.headers().forEach((name, value) -> line(name + ": " + shortened(value)));
        line(request.body());
    }

    @Override
    public void answered(HttpResponse<String> response) {
        title("Answer");
        line("HTTP " + response.statusCode());
        if (response.statusCode() / 100 == 2) {
            title("The payment as it moves (server-sent events)");
        }
    }

    @Override
    public void happened(ServerSentEvent event, Duration since) {
        line("%7.3f s  #%d %-24s %s"
                .formatted(
                        since.toMillis() / 1000.0,
                        event.sequence(),
                        event.type(),
                        why(event.payment()) + ", charge_safety " + Json.text(event.payment(), "charge_safety")));
        JsonNode action = event.payment().path("next_action");
        if (!actionShown && action.path("qr_code").isString()) {
            actionShown = true;
            String code = Json.text(action, "qr_code");
            out.print(QrCode.of(code).shown(colours, "             "));
            line("            " + code + "  (the simulator's payer decides in a moment)");
        }
        tellWhereToGo(action);
    }

    private void tellWhereToGo(JsonNode action) {
        if (!actionShown && action.path("url").isString()) {
            actionShown = true;
            line("            " + Json.text(action, "url") + "  (the simulator's payer decides in a moment)");
        }
    }

    @Override
    public void moved(@Nullable AttemptView before, AttemptView now, Duration since) {
        String asked = before == null || now.inquiries() == before.inquiries() ? "" : "inquiry " + now.inquiries();
        String went = before != null && now.state().equals(before.state()) ? "" : "attempt " + now.state();
        String what = asked.isEmpty() || went.isEmpty() ? asked + went : asked + ", " + went;
        line("%7.3f s     %-24s %s".formatted(since.toMillis() / 1000.0, what, meaning(now)));
    }

    private static String meaning(AttemptView attempt) {
        if (attempt.state().equals("SUCCEEDED") && !attempt.overBefore().isEmpty()) {
            return attempt.code() + ": says the channel, which had said that it is " + attempt.overBefore();
        }
        return switch (attempt.code()) {
            case "being_reversed" -> "being_reversed: the channel is asked to take it back, until it answers";
            case "reversed_at_channel" -> "reversed_at_channel: the channel took it back, nobody is charged";
            case "" -> "sent to the channel, which has not answered yet";
            case "outcome_unknown" -> "outcome_unknown: it may or may not have been charged, so the channel is asked";
            case "voided" -> "voided: the charge was undone on its day, nobody is charged";
            case "given_back" -> "given_back: it was charged too late, and the payer has it again";
            case "awaiting_payer" -> "awaiting_payer: the channel holds the order, unpaid so far";
            default -> attempt.code();
        };
    }

    private static String why(JsonNode payment) {
        JsonNode failure = payment.path("failure");
        return Json.text(payment, "state")
                + (failure.isObject() ? ": " + Json.text(failure, "code") + ", " + Json.text(failure, "message") : "");
    }

    @Override
    public void waits(String what) {
        out.flush();
    }

    /** What it left behind. */
    public void print(PaymentTrace trace) {
        printPayment(trace.payment());
        trace.events().stream()
                .map(event -> event.data().path("data").path("refund"))
                .filter(JsonNode::isObject)
                .reduce((earlier, later) -> later)
                .ifPresent(this::printRefund);
        title("Ledger");
        trace.entries().forEach(this::printEntry);
        if (trace.entries().isEmpty()) {
            line("nothing is booked: no money moved");
        }
        title("Webhooks as the merchant received them");
        trace.webhooks().forEach(this::printWebhook);
        if (trace.webhooks().isEmpty()) {
            line("none yet");
        }
        out.flush();
    }

    private void printPayment(JsonNode payment) {
        title("Payment");
        line("%s  %s  %s".formatted(Json.text(payment, "id"), amount(payment), why(payment)));
        for (JsonNode attempt : payment.path("attempts")) {
            line("%s  %s  %s  %s"
                    .formatted(
                            Json.text(attempt, "id"),
                            Json.text(attempt, "channel"),
                            Json.text(attempt, "state"),
                            "channel's number "
                                    + attempt.path("channel_reference").asString("none")));
        }
    }

    private void printRefund(JsonNode refund) {
        title("Refund");
        line("%s  %s  %s  %s%s"
                .formatted(
                        Json.text(refund, "id"),
                        Amounts.shown(refund.path("amount").asLong(), Json.text(refund, "currency")),
                        Json.text(refund, "state"),
                        "channel's number " + refund.path("channel_reference").asString("none"),
                        refund.path("gives_back").asBoolean(false) ? ", gives back what came too late" : ""));
    }

    private static String amount(JsonNode payment) {
        String currency = Json.text(payment, "currency");
        return Amounts.shown(payment.path("amount").asLong(), currency) + ", fee "
                + Amounts.shown(payment.path("fee").asLong(), currency);
    }

    void printEntry(LedgerEntry entry) {
        line("%-19s %-6s %14s  %s"
                .formatted(
                        entry.kind(),
                        entry.side().toLowerCase(Locale.ROOT),
                        Amounts.shown(entry.amountMinor(), entry.currency()),
                        entry.account()));
    }

    private void printWebhook(ReceivedWebhook webhook) {
        JsonNode event = Json.read(webhook.body());
        line("#%d %-24s signature %s  %s"
                .formatted(
                        event.path("sequence").asInt(),
                        Json.text(event, "type"),
                        webhook.hasGenuineSignature() ? "verified" : webhook.verified(),
                        webhook.eventId()));
    }

    void title(String text) {
        out.println(Ansi.AUTO.string("%n@|bold %s|@".formatted(text)));
    }

    void line(String text) {
        out.println("  " + text);
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) + "…" : value;
    }
}
