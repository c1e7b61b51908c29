package io.sluice.ledger.posting;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A payment of which tests make events, with bodies as docs/events.md describes them. */
public record TestPayment(MerchantId merchant, PaymentId id, ChannelAccountId channelAccount, Money amount, Money fee) {

    private static final String CHANGED_AT = "2026-01-01T00:00:00.123456Z";

    public static TestPayment of(
            MerchantId merchant, ChannelAccountId account, long amount, long fee, String currency) {
        return new TestPayment(
                merchant, PaymentId.next(), account, Money.of(amount, currency), Money.of(fee, currency));
    }

    /** Of a merchant and through a channel account of its own. */
    public static TestPayment alone(long amount, long fee, String currency) {
        return of(MerchantId.next(), ChannelAccountId.next(), amount, fee, currency);
    }

    public PaymentEvent created() {
        return event(1, "payment.created", "SENT", null);
    }

    public PaymentEvent requiresAction() {
        return event(2, "payment.requires_action", "ACCEPTED", null);
    }

    public PaymentEvent succeeded() {
        return event(3, "payment.succeeded", "SUCCEEDED", null);
    }

    public PaymentEvent succeededIn(String traceparent) {
        return event(3, "payment.succeeded", "SUCCEEDED", traceparent);
    }

    public PaymentEvent failed() {
        return event(3, "payment.failed", "DECLINED", null);
    }

    public PaymentEvent conflicted() {
        return event(4, "payment.conflicted", "SUCCEEDED", null);
    }

    public PaymentEvent decidedForTheMerchant() {
        return event(5, "payment.succeeded", "SUCCEEDED", null);
    }

    /** A refund's event; the refund is new in each. */
    public PaymentEvent refund(int sequence, String type, long refunded) {
        return part(sequence, type, refunded, "");
    }

    /** An event of the refund that gives back all of it. */
    public PaymentEvent givenBack(int sequence, String type) {
        return changed(
                part(sequence, type, amount.minor(), ""), "\"capture_id\":", "\"gives_back\":true,\"capture_id\":");
    }

    /** An event about an attempt whose money went back, or came back. */
    public PaymentEvent coded(int sequence, String type, String code) {
        return changed(
                event(sequence, type, "SUCCEEDED", null),
                "\"channel_code\":null",
                "\"channel_code\":null,\"code\":\"" + code + "\"");
    }

    /** People found that nothing came, of an attempt that was reversed, beside what {@code others} tell. */
    public PaymentEvent nothingCame(int sequence, String type, String... others) {
        EventId event = EventId.next();
        String withdrawn =
                attempt("REVERSED").replace("\"channel_code\":null", "\"channel_code\":null,\"code\":\"nothing_came\"");
        String attempts = String.join(",", others) + (others.length == 0 ? "" : ",") + withdrawn;
        return of(sequence, type, event, body(event, sequence, type, attempts));
    }

    private static PaymentEvent changed(PaymentEvent event, String from, String to) {
        return new PaymentEvent(
                event.id(),
                event.type(),
                event.merchantId(),
                event.paymentId(),
                event.sequence(),
                event.at(),
                event.body().replace(from, to),
                event.traceparent());
    }

    /** A capture's event, or a void's of one, after which so much is captured. */
    public PaymentEvent capture(int sequence, String type, long captured, long inAll) {
        return part(sequence, type, captured, "\"capture_method\":\"manual\",\"captured_amount\":" + inAll + ",");
    }

    /** It was captured to its end. */
    public PaymentEvent captured(int sequence) {
        EventId event = EventId.next();
        String body = body(event, sequence, "payment.succeeded", attempt("SUCCEEDED"))
                .replace("\"metadata\":", "\"capture_method\":\"manual\",\"metadata\":");
        return new PaymentEvent(event, "payment.succeeded", merchant, id, sequence, now(), body, null);
    }

    private PaymentEvent part(int sequence, String type, long moved, String ofPayment) {
        EventId event = EventId.next();
        String part = """
                {"%s":{"id":"%s","payment_id":"%s","amount":%d,"currency":"%s","channel":"wechat",\
                "channel_account":"%s","capture_id":"cap_1"},"payment":""".formatted(
                        type.substring(0, type.indexOf('.')),
                        EventId.next(),
                        id,
                        moved,
                        amount.currency().getCurrencyCode(),
                        channelAccount);
        String body = body(event, sequence, type, attempt("SUCCEEDED"))
                .replace("{\"payment\":", part)
                .replace("\"metadata\":", ofPayment + "\"metadata\":");
        return new PaymentEvent(event, type, merchant, id, sequence, now(), body, null);
    }

    public PaymentEvent of(int sequence, String type, String body) {
        return of(sequence, type, EventId.next(), body);
    }

    private PaymentEvent of(int sequence, String type, EventId event, String body) {
        return new PaymentEvent(event, type, merchant, id, sequence, now(), body, null);
    }

    public PaymentEvent event(int sequence, String type, String attemptState, @Nullable String traceparent) {
        EventId event = EventId.next();
        String body = body(event, sequence, type, attempt(attemptState));
        return new PaymentEvent(event, type, merchant, id, sequence, now(), body, traceparent);
    }

    public String attempt(String state) {
        return attempt(state, CHANGED_AT);
    }

    public String attempt(String state, String changedAt) {
        return """
                {"id":"%s","channel":"wechat","channel_account":"%s","state":"%s","channel_reference":null,\
                "channel_code":null,"updated_at":"%s"}""".formatted(AttemptId.next(), channelAccount, state, changedAt);
    }

    public String body(EventId event, int sequence, String type, String attempts) {
        return """
                {"id":"%s","type":"%s","created_at":"2026-01-01T00:00:00.123456Z","merchant_id":"%s","payment_id":"%s",\
                "sequence":%d,"data":{"payment":{"id":"%s","merchant_order_no":"1","amount":%d,"currency":"%s","fee":%d,\
                "method":"wechat_native","metadata":{},"failure":null,"attempts":[%s],"version":%d,"updated_at":"%s"}}}""".formatted(
                        event,
                        type,
                        merchant,
                        id,
                        sequence,
                        id,
                        amount.minor(),
                        amount.currency().getCurrencyCode(),
                        fee.minor(),
                        attempts,
                        sequence,
                        CHANGED_AT);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
