package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.http.Answer;
import tools.jackson.databind.node.ObjectNode;

/** What stands within an answer's envelope; its HTTP status is always 200. */
public final class Answers {
    private Answers() {}

    public static Answer success(ObjectNode fields) {
        return Answer.ok(fields.put("code", "10000").put("msg", "Success"));
    }

    /** A code payment whose payer has to do something first. */
    public static Answer inProcess(ObjectNode fields) {
        return Answer.ok(fields.put("code", "10003").put("msg", " order success pay inprocess"));
    }

    public static Answer error(SubCode subCode) {
        return error(Refusal.of(subCode));
    }

    public static Answer error(Refusal refusal) {
        return error(refusal, Json.MAPPER.createObjectNode());
    }

    public static Answer error(Refusal refusal, ObjectNode fields) {
        int code = refusal.subCode().code();
        return Answer.ok(fields.put("code", Integer.toString(code))
                .put("msg", message(code))
                .put("sub_code", refusal.subCode().wireName())
                .put("sub_msg", refusal.message()));
    }

    private static String message(int code) {
        return switch (code) {
            case 20000 -> "Service Currently Unavailable";
            case 40001 -> "Missing Required Arguments";
            case 40002 -> "Invalid Arguments";
            case 40005 -> "Call Limited";
            case 40006 -> "Insufficient Permissions";
            default -> "Business Failed";
        };
    }
}
