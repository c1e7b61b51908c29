package io.sluice.sandbox.shop;

import java.util.Map;

/**
 * A webhook as it came.
 *
 * @param at when, RFC 3339
 * @param eventId from its header
 * @param verified {@code ok}, or what was wrong with the signature
 * @param headers those that belong to webhooks
 * @param body as text
 */
public record ReceivedWebhook(String at, String eventId, String verified, Map<String, String> headers, String body) {

    public boolean hasGenuineSignature() {
        return verified.equals("ok");
    }
}
