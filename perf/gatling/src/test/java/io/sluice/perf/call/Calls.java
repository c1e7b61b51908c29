package io.sluice.perf.call;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Objects;
import java.util.function.Function;

/** Signed calls as Gatling sends them: signed when they leave, over connections that all users share. */
public final class Calls {
    private static final String CALL = "call";

    private Calls() {}

    /** How all scenarios speak with the gateway. */
    public static HttpProtocolBuilder protocol() {
        return http.baseUrl(Settings.edge()).shareConnections().disableCaching().disableFollowRedirect();
    }

    /** Signs what the function makes; {@link #post} or {@link #get} sends it next. */
    public static ChainBuilder sign(Function<Session, SignedCall> call) {
        return exec(session -> session.set(CALL, call.apply(session)));
    }

    /** Sends what was signed, with its body. */
    public static HttpRequestActionBuilder post(String name) {
        return signed(http(name).post(session -> call(session).target()))
                .header("Content-Type", "application/json")
                .header("Content-Digest", session -> call(session).digest())
                .header("Idempotency-Key", session -> call(session).idempotencyKey())
                .body(StringBody(session -> call(session).body()));
    }

    /** Sends what was signed, which has no body and is no reading. */
    public static HttpRequestActionBuilder postNothing(String name) {
        return signed(http(name).post(session -> call(session).target()));
    }

    /** Sends what was signed, a reading. */
    public static HttpRequestActionBuilder get(String name) {
        return signed(http(name).get(session -> call(session).target()));
    }

    private static HttpRequestActionBuilder signed(HttpRequestActionBuilder request) {
        return request.header("Signature-Input", session -> call(session).input())
                .header("Signature", session -> call(session).signature());
    }

    private static SignedCall call(Session session) {
        return Objects.requireNonNull(session.<SignedCall>get(CALL));
    }
}
