package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.Answer;
import io.sluice.channels.alipay.model.StringToSign;
import io.sluice.channels.alipay.model.TradePolicy;
import io.sluice.channels.http.Forms;
import io.sluice.channels.http.UnreadableException;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.RawCallback;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Verifies and reads notifies. */
final class CallbackReader {

    static final CallbackAnswer ACKNOWLEDGED = new CallbackAnswer(200, "text/plain", "success");

    private static final int REFUSED = 401;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OF_A_TRADE = "trade_status_sync";

    private final AlipayAccount account;
    private final AlipayRefunds refunds;

    CallbackReader(AlipayAccount account, AlipayRefunds refunds) {
        this.account = account;
        this.refunds = refunds;
    }

    /** Alipay reads nothing but whether it is {@code success}. */
    static CallbackAnswer refused(String reason) {
        return new CallbackAnswer(REFUSED, "text/plain", "failure: " + reason);
    }

    Mono<CallbackReading> read(RawCallback callback) {
        if (!callback.header("content-type").startsWith(FORM)) {
            return refused("callback_unreadable", "the notify must be " + FORM);
        }
        try {
            return judge(Forms.decoded(callback.body()));
        } catch (UnreadableException unreadable) {
            return refused("callback_unreadable", "the notify cannot be read: " + unreadable.getMessage());
        }
    }

    private Mono<CallbackReading> judge(Map<String, String> parameters) {
        var notify = new Answer(parameters);
        if (!notify.text("sign_type").equals("RSA2") || notify.text("sign").isEmpty()) {
            return refused("callback_signature_missing", "sign and sign_type RSA2 are needed");
        }
        if (!account.alipayKey().verifies(StringToSign.notified(parameters), notify.text("sign"))) {
            return refused("callback_signature_invalid", "sign does not match the notify's fields");
        }
        if (!notify.text("app_id").equals(account.appId())
                || !notify.text("seller_id").equals(account.sellerId())) {
            return refused("callback_account_mismatch", "the notify speaks of another app_id or seller_id");
        }
        return open(notify, notify.text("notify_id"), notify.text("out_trade_no"));
    }

    /** What was given back without a number of ours was cancelled, or refunded at Alipay's own site: whoever cancels is told by the answer. */
    private Mono<CallbackReading> open(Answer notify, String id, String number) {
        String kind = notify.text("notify_type");
        if (id.isEmpty() || number.isEmpty()) {
            return refused("callback_unreadable", "the notify lacks notify_id or out_trade_no");
        }
        String refund = notify.text("out_biz_no");
        if (!kind.equals(OF_A_TRADE) || (refund.isEmpty() && TradePolicy.wasGivenBack(notify))) {
            return Mono.just(new Ignored(id, kind));
        }
        return refund.isEmpty()
                ? Mono.just(new Authentic(id, number, TradePolicy.outcome(notify, number)))
                : refunded(id, refund, number);
    }

    /** The notify says how much was given back of the order, not under this number: that is asked for. */
    private Mono<CallbackReading> refunded(String id, String refund, String number) {
        return refunds.inquire(refund, number).map(outcome -> new OfModification(id, refund, number, outcome));
    }

    private static Mono<CallbackReading> refused(String code, String reason) {
        return Mono.just(new Refused(code, reason));
    }
}
