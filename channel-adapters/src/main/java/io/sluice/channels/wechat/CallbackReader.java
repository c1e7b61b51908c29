package io.sluice.channels.wechat;

import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.wechat.model.Authenticity;
import io.sluice.channels.wechat.model.OrderKey;
import io.sluice.channels.wechat.model.RefundPolicy;
import io.sluice.channels.wechat.model.RefundStatus;
import io.sluice.channels.wechat.model.SignatureHeaders;
import io.sluice.channels.wechat.model.Trade;
import io.sluice.channels.wechat.model.TradePolicy;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.RawCallback;
import java.security.GeneralSecurityException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Verifies and opens callbacks. */
final class CallbackReader {

    static final CallbackAnswer ACKNOWLEDGED = new CallbackAnswer(204, "", "");

    private static final String PAID = "TRANSACTION.SUCCESS";
    private static final String OF_A_REFUND = "REFUND.";
    private static final int REFUSED = 401;

    private final WeChatAccount account;
    private final PlatformCertificates certificates;

    CallbackReader(WeChatAccount account, PlatformCertificates certificates) {
        this.account = account;
        this.certificates = certificates;
    }

    static CallbackAnswer refused(String reason) {
        String body = Json.MAPPER
                .createObjectNode()
                .put("code", "FAIL")
                .put("message", reason)
                .toString();
        return new CallbackAnswer(REFUSED, "application/json", body);
    }

    Mono<CallbackReading> read(RawCallback callback) {
        return certificates
                .judge(SignatureHeaders.of(callback::header), callback.body(), callback.receivedAt())
                .map(authenticity -> read(callback, authenticity));
    }

    private CallbackReading read(RawCallback callback, Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Authentic authentic -> open(callback.body());
            case Authenticity.KeyUnknown unknown ->
                new Refused("callback_serial_unknown", "Wechatpay-Serial names no known certificate of the channel");
            case Authenticity.Refused(String code, String reason) -> new Refused("callback_" + code, reason);
        };
    }

    private CallbackReading open(byte[] body) {
        try {
            JsonNode envelope = Json.object(body);
            String id = Json.required(envelope, "id");
            String kind = Json.required(envelope, "event_type");
            if (kind.equals(PAID)) {
                return paid(id, envelope);
            }
            return kind.startsWith(OF_A_REFUND) ? refunded(id, envelope) : new Ignored(id, kind);
        } catch (UnreadableException unreadable) {
            return new Refused("callback_unreadable", "the callback cannot be read: " + unreadable.getMessage());
        } catch (GeneralSecurityException sealed) {
            return new Refused("callback_sealed", "the callback does not open with the account's api_v3_key");
        }
    }

    private CallbackReading paid(String id, JsonNode envelope) throws GeneralSecurityException {
        byte[] document = account.apiV3Key().open(Documents.sealed(envelope.path("resource")));
        Trade trade = Documents.trade(document);
        if (!trade.merchantId().equals(account.merchantId()) || !trade.appId().equals(account.appId())) {
            return new Refused("callback_account_mismatch", "the callback speaks of another mchid or appid");
        }
        OrderKey order = new OrderKey(account.merchantId(), account.appId(), trade.number());
        return new Authentic(id, trade.number(), TradePolicy.outcome(trade, order));
    }

    /** What the refund became is read in the document; its order is held against ours with the amount. */
    private CallbackReading refunded(String id, JsonNode envelope) throws GeneralSecurityException {
        JsonNode document = Json.object(account.apiV3Key().open(Documents.sealed(envelope.path("resource"))));
        if (!Json.text(document, "mchid").equals(account.merchantId())) {
            return new Refused("callback_account_mismatch", "the callback speaks of another mchid");
        }
        RefundStatus status = RefundDocuments.notified(document);
        return new OfModification(id, status.number(), status.orderNumber(), RefundPolicy.outcome(status));
    }
}
