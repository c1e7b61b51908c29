package io.sluice.perf.call;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.sluice.perf.judge.Tally;
import java.util.function.Supplier;

/** New payments, by how patient their merchant is. */
public final class Paying {
    private static final String STATUS = "status";
    private static final String TOOK = "took";

    private Paying() {}

    /**
     * One payment, which must be granted.
     *
     * @param name that the report shows
     * @param order makes the body
     */
    public static ChainBuilder pay(String name, Merchant merchant, Supplier<String> order) {
        return Calls.sign(session -> merchant.post("/v1/payments", order.get()))
                .exec(Calls.post(name).check(status().in(201, 202)));
    }

    /** The same, which leaves the payment's id, its attempt's and its state in the session, or the user leaves. */
    public static ChainBuilder payAndRemember(String name, Merchant merchant, Supplier<String> order) {
        return Calls.sign(session -> merchant.post("/v1/payments", order.get()))
                .exec(Calls.post(name)
                        .check(
                                status().in(201, 202),
                                jsonPath("$.id").saveAs("payment"),
                                jsonPath("$.attempts[0].id").saveAs("attempt"),
                                jsonPath("$.state").saveAs("state")))
                .exitHereIfFailed();
    }

    /** One payment, which may be refused if it is told when to come again. */
    public static ChainBuilder payOrComeAgain(String name, Merchant merchant, Supplier<String> order, Tally tally) {
        return Calls.sign(session -> merchant.post("/v1/payments", order.get()))
                .exec(Calls.post(name)
                        .check(
                                status().in(201, 202, 429, 503).saveAs(STATUS),
                                responseTimeInMillis().saveAs(TOOK))
                        .checkIf((response, session) -> response.status().code() >= 400)
                        .then(header("Retry-After").exists()))
                .exec(session -> told(session, tally));
    }

    private static boolean isRefused(Session session) {
        return session.contains(STATUS) && session.getInt(STATUS) >= 400;
    }

    private static Session told(Session session, Tally tally) {
        if (!session.isFailed()) {
            if (isRefused(session)) {
                tally.refuse(session.getInt(TOOK));
            } else {
                tally.grant(session.getInt(TOOK));
            }
        }
        return session;
    }
}
