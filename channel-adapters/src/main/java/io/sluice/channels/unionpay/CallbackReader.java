package io.sluice.channels.unionpay;

import io.sluice.channels.http.Forms;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.model.SortedPairs;
import io.sluice.channels.unionpay.AcpVerifier.Authentic;
import io.sluice.channels.unionpay.AcpVerifier.Verdict;
import io.sluice.channels.unionpay.model.AcpMessage;
import io.sluice.channels.unionpay.model.ModificationPolicy;
import io.sluice.channels.unionpay.model.OrderPolicy;
import io.sluice.channels.unionpay.model.Reserved;
import io.sluice.channels.unionpay.model.TransactionType;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.CallbackReading.OfPayout;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.RawCallback;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Verifies and reads back notices. */
final class CallbackReader {

    static final CallbackAnswer ACKNOWLEDGED = new CallbackAnswer(200, "text/plain", "ok");

    private static final int REFUSED = 400;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final UnionPayAccount account;
    private final AcpVerifier verifier;

    CallbackReader(UnionPayAccount account, AcpVerifier verifier) {
        this.account = account;
        this.verifier = verifier;
    }

    static CallbackAnswer refused(String reason) {
        return new CallbackAnswer(REFUSED, "text/plain", reason);
    }

    Mono<CallbackReading> read(RawCallback callback) {
        if (!callback.header("content-type").startsWith(FORM)) {
            return Mono.just(new Refused("callback_unreadable", "a notice comes as " + FORM));
        }
        try {
            Map<String, String> fields = Forms.decoded(callback.body());
            return verifier.judge(fields).map(this::read);
        } catch (UnreadableException unreadable) {
            return Mono.just(
                    new Refused("callback_unreadable", "the notice cannot be read: " + unreadable.getMessage()));
        }
    }

    private CallbackReading read(Verdict verdict) {
        return switch (verdict) {
            case Authentic(AcpMessage notice) -> read(notice);
            case AcpVerifier.Refused(String code, String reason) -> new Refused("callback_" + code, reason);
        };
    }

    private CallbackReading read(AcpMessage notice) {
        if (!notice.text("merId").equals(account.merchantId())) {
            return new Refused("callback_account_mismatch", "the notice speaks of another merchant");
        }
        String id = id(notice);
        Optional<TransactionType> type = notice.type();
        if (type.isEmpty() || !type.get().isAboutMoney()) {
            return new Ignored(id, "txnType " + notice.text("txnType"));
        }
        if (type.get() == TransactionType.PAYOUT) {
            return new OfPayout(id, notice.number(), ModificationPolicy.noticed(notice));
        }
        return type.get().opens()
                ? new CallbackReading.Authentic(id, notice.number(), OrderPolicy.noticed(notice))
                : new OfModification(
                        id, notice.number(), Reserved.orderNumber(notice), ModificationPolicy.noticed(notice));
    }

    /** Notices have no number of their own, and one that is sent again says the same. */
    private static String id(AcpMessage notice) {
        byte[] digest = SignMethod.RSA.signed(SortedPairs.of(notice.fields(), AcpSigner.UNSIGNED));
        return new String(digest, 0, 32, StandardCharsets.US_ASCII);
    }
}
