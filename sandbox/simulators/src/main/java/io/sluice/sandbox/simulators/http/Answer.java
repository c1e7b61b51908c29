package io.sluice.sandbox.simulators.http;

import io.sluice.sandbox.simulators.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is answered, and in which manner; no body stands for an empty one.
 *
 * @param location where a browser is sent on to
 */
public record Answer(
        int status,
        @Nullable JsonNode body,
        Manner manner,
        @Nullable String location) {

    /** How the answer reaches the merchant. */
    public enum Manner {
        RIGHT,
        /** The connection stays open and silent. */
        NEVER,
        /** The connection is closed without an answer. */
        DROPPED,
        /** The body is cut in the middle. */
        UNREADABLE,
        /** Half of the body arrives, then the connection is closed. */
        PARTIAL,
        /** The body is no language of this channel. */
        GARBAGE,
        /** The signature is wrong, where answers are signed. */
        FORGED
    }

    /** Neither JSON nor a form nor UTF-8. */
    private static final byte[] NOISE = {0x7b, 0x13, (byte) 0xfe, 0x00, 0x3d, (byte) 0xc3, 0x28, 0x22, 0x0d, 0x5d};

    public static final Answer NEVER = new Answer(0, null, Manner.NEVER, null);
    public static final Answer DROPPED = new Answer(0, null, Manner.DROPPED, null);

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Manner.RIGHT, null);
    }

    public static Answer ok(JsonNode body) {
        return of(200, body);
    }

    public static Answer noContent() {
        return new Answer(204, null, Manner.RIGHT, null);
    }

    /** A page, or whatever else is no JSON: it is written as it is. */
    public static Answer text(int status, String text) {
        return of(status, Json.MAPPER.getNodeFactory().stringNode(text));
    }

    public static Answer redirect(String location) {
        return new Answer(302, null, Manner.RIGHT, location);
    }

    /** What the control API says when it does not do as it is told. */
    public static Answer problem(int status, String code, String message) {
        return of(status, Json.MAPPER.createObjectNode().put("code", code).put("message", message));
    }

    public Answer in(Manner other) {
        return new Answer(status, body, other, location);
    }

    public byte[] bytes() {
        byte[] whole = whole();
        return switch (manner) {
            case UNREADABLE, PARTIAL -> Arrays.copyOf(whole, whole.length / 2);
            case GARBAGE -> NOISE;
            case RIGHT, NEVER, DROPPED, FORGED -> whole;
        };
    }

    /** How many bytes the answer says that it has. */
    int statedLength() {
        return manner == Manner.PARTIAL ? whole().length : bytes().length;
    }

    private byte[] whole() {
        if (body == null) {
            return new byte[0];
        }
        return isText() ? body.stringValue().getBytes(StandardCharsets.UTF_8) : Json.MAPPER.writeValueAsBytes(body);
    }

    boolean isText() {
        return body != null && body.isString();
    }
}
