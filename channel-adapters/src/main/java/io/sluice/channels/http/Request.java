package io.sluice.channels.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request ready to be sent, once.
 *
 * @param target path and query
 * @param headers beyond those that every request has
 * @param contentType of the body
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Request(String method, String target, Map<String, String> headers, String contentType, byte[] body) {

    private static final byte[] NO_BODY = {};

    public static Request get(String target, Map<String, String> headers) {
        return new Request("GET", target, headers, "", NO_BODY);
    }

    public static Request post(String target, Map<String, String> headers, String json) {
        return new Request("POST", target, headers, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public static Request form(String target, Map<String, String> fields) {
        byte[] body = Forms.encoded(fields).getBytes(StandardCharsets.US_ASCII);
        return new Request("POST", target, Map.of(), "application/x-www-form-urlencoded;charset=utf-8", body);
    }
}
