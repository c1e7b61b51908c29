package io.sluice.perf.call;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Browsers that follow a payment, each with a ticket of its own. */
public final class Following {
    private Following() {}

    /**
     * Gets a ticket for the payment of the session, follows it until it has succeeded, and leaves.
     *
     * @param patience how long the payer may take
     */
    public static ChainBuilder untilPaid(Merchant merchant, Duration patience) {
        return Calls.sign(session ->
                        merchant.call("POST", "/v1/payments/" + session.getString("payment") + "/event-tickets"))
                .exec(Calls.postNothing("ticket")
                        .check(status().is(201), jsonPath("$.url").saveAs("url")))
                .exitHereIfFailed()
                .exec(sse("follow")
                        .get("#{url}")
                        .await(patience)
                        .on(sse.checkMessage("told that it is paid")
                                .matching(substring("payment.succeeded"))
                                .check(substring("SUCCEEDED"))))
                .exec(sse("leave").close());
    }
}
