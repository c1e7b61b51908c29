package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides who sent a request: every field of its Authorization must be right and its nonce must be new. */
public final class RequestCheck {
    private static final long MAX_SKEW_SECONDS = 300;

    private final Map<String, KnownMerchant> merchants;
    private final InstantSource clock;
    private final NonceWindow nonces = new NonceWindow();

    public RequestCheck(Map<String, KnownMerchant> merchants, InstantSource clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    public Decision<KnownMerchant, Refusal> check(@Nullable String header, SignedRequest request) {
        return Authorization.parse(header)
                .map(authorization -> check(authorization, request))
                .orElseGet(
                        () -> refused(
                                "authorization",
                                "Authorization must be WECHATPAY2-SHA256-RSA2048 with mchid, nonce_str, timestamp, serial_no, signature"));
    }

    private Decision<KnownMerchant, Refusal> check(Authorization authorization, SignedRequest request) {
        KnownMerchant merchant = merchants.get(authorization.mchid());
        if (merchant == null) {
            return refused("mchid", "No merchant has this mchid");
        }
        if (!merchant.serial().equals(authorization.serial())) {
            return refused("serial_no", "This is not the serial of the merchant's certificate");
        }
        if (!timely(authorization.timestamp())) {
            return refused("timestamp", "The timestamp must be Unix seconds within 5 minutes of now");
        }
        if (!merchant.key().verifies(request.message(authorization), authorization.signature())) {
            return refused("signature", "The signature does not match method, path with query, timestamp, nonce, body");
        }
        // Only a rightful request may use up a nonce.
        return nonces.isNew(authorization.mchid(), authorization.nonce(), now())
                ? Decision.granted(merchant)
                : refused("nonce_str", "The nonce was used before: every request needs a new one");
    }

    private boolean timely(String timestamp) {
        return timestamp.matches("[0-9]{1,12}") && Math.abs(now() - Long.parseLong(timestamp)) < MAX_SKEW_SECONDS;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static Decision<KnownMerchant, Refusal> refused(String field, String message) {
        return Decision.refused(new Refusal(ErrorCode.SIGN_ERROR, message, field));
    }
}
