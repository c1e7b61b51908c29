package io.sluice.edge.http;

import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem. {@code code} is stable; {@code detail} says what is wrong and what would be right.
 *
 * @param field the field of the request that it is about
 * @param expectedSignatureBase only for test-mode merchants
 * @param retryAfterSeconds sent as Retry-After too
 */
public record Problem(
        int status,
        String code,
        String detail,
        @Nullable String field,
        @Nullable String expectedSignatureBase,
        @Nullable Integer retryAfterSeconds) {

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, null, null, null);
    }

    public Problem about(String name) {
        return new Problem(status, code, detail, name, expectedSignatureBase, retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(status, code, detail, field, expectedSignatureBase, seconds);
    }

    public Problem expecting(@Nullable String signatureBase) {
        return new Problem(status, code, detail, field, signatureBase, retryAfterSeconds);
    }
}
