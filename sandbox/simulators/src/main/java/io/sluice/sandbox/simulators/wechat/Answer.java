package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is answered, and in which manner; no body stands for an empty one. */
record Answer(int status, @Nullable JsonNode body, Manner manner) {

    /** How the answer reaches the merchant. */
    enum Manner {
        SIGNED,
        /** The connection stays open and silent. */
        NEVER,
        /** The connection is closed without an answer. */
        DROPPED,
        /** The body is cut in the middle, under a right signature. */
        UNREADABLE,
        /** The signature is wrong. */
        FORGED
    }

    static final Answer NEVER = new Answer(0, null, Manner.NEVER);
    static final Answer DROPPED = new Answer(0, null, Manner.DROPPED);

    static Answer ok(JsonNode body) {
        return new Answer(200, body, Manner.SIGNED);
    }

    static Answer noContent() {
        return new Answer(204, null, Manner.SIGNED);
    }

    static Answer error(Refusal refusal) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("code", refusal.code().name())
                .put("message", refusal.message());
        var detail = body.putObject("detail");
        if (refusal.field() != null) {
            boolean inHeader = refusal.code() == ErrorCode.SIGN_ERROR;
            detail.put("location", inHeader ? "authorization" : "body")
                    .put("field", refusal.field())
                    .put("issue", refusal.message());
        }
        return new Answer(refusal.code().status(), body, Manner.SIGNED);
    }

    static Answer error(ErrorCode code, String message) {
        return error(Refusal.of(code, message));
    }

    static <T> Answer of(Decision<T> decision, Function<T, Answer> granted) {
        return switch (decision) {
            case Decision.Granted<T>(T value) -> granted.apply(value);
            case Decision.Refused<T>(Refusal refusal) -> error(refusal);
        };
    }

    Answer in(Manner other) {
        return new Answer(status, body, other);
    }

    byte[] bytes() {
        byte[] whole = body == null ? new byte[0] : Json.MAPPER.writeValueAsBytes(body);
        return manner == Manner.UNREADABLE ? Arrays.copyOf(whole, whole.length / 2) : whole;
    }
}
