package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A steady stream of payments against a running sandbox; fails when one is refused.
 *
 * <p>Settings: {@code -Dbase=8080} (the sandbox's port base), {@code -Drate=50} (payments a second),
 * {@code -Dseconds=30}, {@code -Dsandbox=../../.sandbox}.
 */
public final class SteadySimulation extends Simulation {

    private static final String BASE = System.getProperty("base", "8080");
    private static final int RATE = Integer.getInteger("rate", 50);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("seconds", 30));

    private final AtomicLong orders = new AtomicLong(System.currentTimeMillis());
    private final Signer signer = signer();

    private final HttpProtocolBuilder protocol =
            http.baseUrl("http://127.0.0.1:" + BASE).shareConnections();

    private final ChainBuilder pay = exec(session -> {
                String body = "{\"merchant_order_no\":\"load-" + orders.incrementAndGet()
                        + "\",\"amount\":1500,\"currency\":\"CNY\",\"method\":\"wechat_native\",\"description\":\"load\"}";
                return session.set("body", body).setAll(signer.headers(body));
            })
            .exec(http("pay")
                    .post("/v1/payments")
                    .header("Content-Type", "application/json")
                    .header("Content-Digest", "#{digest}")
                    .header("Idempotency-Key", "#{idempotency}")
                    .header("Signature-Input", "#{input}")
                    .header("Signature", "#{signature}")
                    .body(StringBody("#{body}"))
                    .check(status().in(201, 202)));

    private final ScenarioBuilder payments = scenario("steady").exec(pay);

    public SteadySimulation() {
        setUp(payments.injectOpen(constantUsersPerSec(RATE).during(LENGTH)))
                .protocols(protocol)
                .assertions(global().failedRequests().count().is(0L));
    }

    private static Signer signer() {
        Path demo = Path.of(System.getProperty("sandbox", "../../.sandbox"), BASE, "demo");
        try {
            return Signer.of(demo, "127.0.0.1:" + BASE);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no sandbox has left its keys in " + demo + ": run ./sluice up first", e);
        }
    }
}
