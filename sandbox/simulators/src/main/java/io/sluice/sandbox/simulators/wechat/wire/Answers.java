package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.function.Function;

/** How this channel says no. */
public final class Answers {
    private Answers() {}

    public static Answer error(Refusal refusal) {
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
        return Answer.of(refusal.code().status(), body);
    }

    public static Answer error(ErrorCode code, String message) {
        return error(Refusal.of(code, message));
    }

    public static <T> Answer of(Decision<T, Refusal> decision, Function<T, Answer> granted) {
        return switch (decision) {
            case Decision.Granted<T, Refusal>(T value) -> granted.apply(value);
            case Decision.Refused<T, Refusal>(Refusal refusal) -> error(refusal);
        };
    }
}
