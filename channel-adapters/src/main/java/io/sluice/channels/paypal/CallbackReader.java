package io.sluice.channels.paypal;

import io.sluice.channels.crypto.PlatformCertificate;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.paypal.model.ModificationPolicy;
import io.sluice.channels.paypal.model.Movement;
import io.sluice.channels.paypal.model.OrderPolicy;
import io.sluice.channels.paypal.model.OrderView;
import io.sluice.channels.paypal.model.Transmission;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Awaiting;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.RawCallback;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Verifies and reads webhooks. */
final class CallbackReader {

    static final CallbackAnswer ACKNOWLEDGED = new CallbackAnswer(204, "", "");

    private static final int REFUSED = 401;
    private static final Refused MISMATCH =
            new Refused("callback_account_mismatch", "the webhook speaks of another merchant");

    private final PayPalAccount account;
    private final WebhookCertificates certificates;

    CallbackReader(PayPalAccount account, WebhookCertificates certificates) {
        this.account = account;
        this.certificates = certificates;
    }

    static CallbackAnswer refused(String reason) {
        String body = Json.MAPPER.createObjectNode().put("message", reason).toString();
        return new CallbackAnswer(REFUSED, "application/json", body);
    }

    Mono<CallbackReading> read(RawCallback callback) {
        Transmission transmission = Transmission.of(callback::header);
        if (!transmission.complete() || !transmission.isSha256WithRsa()) {
            return Mono.just(new Refused(
                    "callback_signature_missing",
                    "each of Paypal-Transmission-Id, -Time, -Sig, Paypal-Cert-Url, and SHA256withRSA is needed"));
        }
        if (!transmission.freshAt(callback.receivedAt())) {
            return Mono.just(
                    new Refused("callback_stale", "Paypal-Transmission-Time must be RFC 3339, at most three days ago"));
        }
        if (!certificates.isOurs(transmission.certificateUrl())) {
            return Mono.just(new Refused(
                    "callback_certificate_foreign", "Paypal-Cert-Url must lie below " + account.certificates()));
        }
        return certificates
                .certificate(transmission.certificateUrl())
                .map(certificate -> judge(callback, transmission, certificate))
                .onErrorResume(
                        UnreadableException.class,
                        untrusted -> Mono.just(
                                new Refused("callback_certificate_refused", String.valueOf(untrusted.getMessage()))));
    }

    private CallbackReading judge(RawCallback callback, Transmission transmission, PlatformCertificate certificate) {
        byte[] signed = transmission.signed(account.webhookId(), callback.body());
        return certificate.verifies(signed, transmission.signature())
                ? open(callback.body())
                : new Refused(
                        "callback_signature_invalid",
                        "Paypal-Transmission-Sig does not match id, time, webhook_id and body");
    }

    private CallbackReading open(byte[] body) {
        try {
            JsonNode event = Json.object(body);
            return open(Json.required(event, "id"), Json.required(event, "event_type"), event.path("resource"));
        } catch (UnreadableException unreadable) {
            return new Refused("callback_unreadable", "the webhook cannot be read: " + unreadable.getMessage());
        }
    }

    private CallbackReading open(String id, String kind, JsonNode resource) {
        return switch (kind) {
            case "CHECKOUT.ORDER.APPROVED" -> approved(id, Documents.order(resource));
            case "PAYMENT.CAPTURE.COMPLETED",
                    "PAYMENT.CAPTURE.PENDING",
                    "PAYMENT.CAPTURE.DENIED",
                    "PAYMENT.CAPTURE.DECLINED" -> captured(id, Documents.movement(resource));
            case "PAYMENT.AUTHORIZATION.CREATED" -> authorized(id, Documents.movement(resource));
            case "PAYMENT.CAPTURE.REFUNDED", "PAYMENT.REFUND.PENDING", "PAYMENT.REFUND.FAILED" ->
                refunded(id, kind, Documents.movement(resource));
            default -> new Ignored(id, kind);
        };
    }

    private CallbackReading approved(String id, OrderView order) {
        return order.payee().equals(account.merchantId()) ? new Awaiting(id, order.number()) : MISMATCH;
    }

    /** A capture with a number of its own is one of several of an authorization. */
    private CallbackReading captured(String id, Movement capture) {
        if (!capture.isOf(account.merchantId())) {
            return MISMATCH;
        }
        return capture.number().isEmpty()
                ? new Authentic(id, capture.orderNumber(), OrderPolicy.captured(capture))
                : new OfModification(id, capture.number(), capture.orderNumber(), ModificationPolicy.outcome(capture));
    }

    private CallbackReading authorized(String id, Movement held) {
        return held.isOf(account.merchantId())
                ? new Authentic(id, held.orderNumber(), OrderPolicy.authorized(held))
                : MISMATCH;
    }

    /** One without a number was made at PayPal's own site. */
    private CallbackReading refunded(String id, String kind, Movement refund) {
        if (!refund.isOf(account.merchantId())) {
            return MISMATCH;
        }
        return refund.number().isEmpty()
                ? new Ignored(id, kind)
                : new OfModification(id, refund.number(), refund.orderNumber(), ModificationPolicy.outcome(refund));
    }
}
