package io.sluice.core.webhook.model;

import io.sluice.core.merchant.model.InvalidFieldException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * What an endpoint may be. Whether its name resolves to a public address is judged at each delivery, for it may change.
 *
 * @param allowPrivate the sandbox: plain HTTP is allowed too
 */
public record WebhookPolicy(boolean allowPrivate) {

    /** All that a merchant can be told of. */
    public static final List<String> EVENT_TYPES = List.of(
            "payment.created",
            "payment.requires_action",
            "payment.processing",
            "payment.authorized",
            "payment.partially_captured",
            "payment.succeeded",
            "payment.failed",
            "payment.closing",
            "payment.closed",
            "payment.reversed",
            "payment.conflicted",
            "capture.created",
            "capture.processing",
            "capture.unknown",
            "capture.succeeded",
            "capture.failed",
            "void.created",
            "void.processing",
            "void.unknown",
            "void.succeeded",
            "void.failed",
            "refund.created",
            "refund.processing",
            "refund.unknown",
            "refund.succeeded",
            "refund.failed",
            "refund.abnormal",
            "refund.manual",
            "refund.returned",
            "payout.created",
            "payout.review",
            "payout.rejected",
            "payout.reserved",
            "payout.sent",
            "payout.accepted",
            "payout.unknown",
            "payout.manual",
            "payout.succeeded",
            "payout.failed",
            "payout.returned");

    private static final int MAX_URL = 2000;

    /** @throws InvalidFieldException saying what a URL must be */
    public void requireUrl(String url) {
        URI uri = parsed(url);
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("https") && !(allowPrivate && scheme.equals("http"))) {
            throw wrong(allowPrivate ? "must begin with https:// or http://" : "must begin with https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw wrong("must have a host, and neither user nor fragment: https://shop.example/webhooks");
        }
    }

    /** @throws InvalidFieldException listing the types there are */
    public void requireEventTypes(List<String> types) {
        types.stream().filter(type -> !EVENT_TYPES.contains(type)).findFirst().ifPresent(type -> {
            throw new InvalidFieldException(
                    "event_types", "there is no event type '" + type + "'; there are " + EVENT_TYPES);
        });
    }

    private static URI parsed(String url) {
        if (url.length() > MAX_URL) {
            throw wrong("must not be longer than " + MAX_URL + " characters");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong("is not a URL: " + e.getReason());
        }
    }

    private static InvalidFieldException wrong(String rule) {
        return new InvalidFieldException("url", rule);
    }
}
