package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Simulators;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Payments whose payers wait, and then all pay four times as fast: the channel calls back twice for each, some late and out
 * of turn. Every payment must come to its end.
 */
public final class CallbackStorm extends Simulation {
    private static final int TIMES = 4;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CONCLUDED_WITHIN_MS = 10_000;

    /** Each callback is sent twice at once, half of them behind the next one, all up to a second late. */
    private static final String WEATHER =
            "{\"callbacks\":{\"duplicated\":1,\"reordered\":0.5,\"latency\":{\"least_ms\":0,\"most_ms\":1000}}}";

    private final Merchant merchant = Merchant.all().getFirst();
    private final Tally concluded = new Tally();
    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong firstPaid = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastConcluded = new AtomicLong();
    private final Duration gathering = Settings.duration();

    public CallbackStorm() {
        setUp(scenario("callback storm")
                        .exec(Paying.payAndRemember("create", merchant, Orders::unpaid))
                        .exec(pause(session -> untilTheStorm()))
                        .exec(callBack())
                        .exec(conclude())
                        .exec(this::remember)
                        .injectOpen(constantUsersPerSec(Settings.rate()).during(gathering)))
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    @Override
    public void before() {
        Simulators.weather("wechat", WEATHER);
        begun.set(System.currentTimeMillis());
    }

    /** The storm begins when all are there, and who came first pays first, the others as much faster behind him. */
    private Duration untilTheStorm() {
        long since = System.currentTimeMillis() - begun.get();
        long at = gathering.toMillis() + since / TIMES;
        return Duration.ofMillis(Math.max(0, at - since));
    }

    private static ChainBuilder callBack() {
        return exec(session -> session.set("paidAt", System.currentTimeMillis()))
                .exec(http("the payer pays").post(CallbackStorm::order).check(status().is(200)))
                .exitHereIfFailed();
    }

    private static String order(Session session) {
        String attempt = Objects.requireNonNull(session.getString("attempt"));
        return Simulators.at("wechat", "/orders/" + attempt.substring(attempt.indexOf('_') + 1) + "/pay");
    }

    private ChainBuilder conclude() {
        return asLongAsDuring(session -> !isConcluded(session), PATIENCE)
                .on(pause(LOOK_EVERY)
                        .exec(Calls.sign(
                                session -> merchant.call("GET", "/v1/payments/" + session.getString("payment"))))
                        .exec(Calls.get("read")
                                .check(status().is(200), jsonPath("$.state").saveAs("state"))));
    }

    private static boolean isConcluded(Session session) {
        return "SUCCEEDED".equals(session.getString("state"));
    }

    private Session remember(Session session) {
        long now = System.currentTimeMillis();
        paid.incrementAndGet();
        firstPaid.accumulateAndGet(session.getLong("paidAt"), Math::min);
        if (isConcluded(session)) {
            lastConcluded.accumulateAndGet(now, Math::max);
            concluded.grant((int) (now - session.getLong("paidAt")));
        }
        return session;
    }

    @Override
    public void after() {
        Simulators.calm("wechat");
        long tookMs = Math.max(1, lastConcluded.get() - firstPaid.get());
        new Findings()
                .note("from paying to its end, looked at twice a second", concluded.toString())
                .note("concluded a second", String.valueOf(concluded.granted() * 1000L / tookMs))
                .atLeast("payments that came to their end", paid.get(), concluded.granted(), "payments")
                .atMost("p99 from paying to its end", CONCLUDED_WITHIN_MS, concluded.grantedP99(), "ms")
                .write();
    }
}
