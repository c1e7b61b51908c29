package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Following;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Simulators;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A few payments, thousands of browsers that follow them by tickets; then the payers pay, and every browser must be told. */
public final class Sse extends Simulation {
    private static final int FOLLOWERS_OF_ONE = 100;
    private static final Duration PREPARING = Duration.ofSeconds(5);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int TOLD_WITHIN_MS = 5_000;

    private final Merchant merchant = Merchant.all().getFirst();
    private final List<Followed> payments = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final Tally told = new Tally();

    /** A payment and, once its payer has paid, since when in milliseconds. */
    private static final class Followed {
        private final String id;
        private final String order;
        private volatile long paidAtMs = Long.MAX_VALUE;

        Followed(String id, String order) {
            this.id = id;
            this.order = order;
        }
    }

    public Sse() {
        int followers = Settings.users();
        int paymentsWanted = Math.max(1, followers / FOLLOWERS_OF_ONE);
        Duration come = Settings.duration();
        setUp(
                        scenario("payments").exec(create()).injectOpen(atOnceUsers(paymentsWanted)),
                        followers(come.plus(PREPARING).plus(SETTLING.multipliedBy(12)))
                                .injectOpen(
                                        nothingFor(PREPARING),
                                        rampUsers(followers).during(come)),
                        payers().injectOpen(
                                        nothingFor(PREPARING.plus(come).plus(SETTLING)), atOnceUsers(paymentsWanted)))
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private ChainBuilder create() {
        return Paying.payAndRemember("create", merchant, Orders::unpaid).exec(session -> {
            String attempt = Objects.requireNonNull(session.getString("attempt"));
            payments.add(new Followed(
                    Objects.requireNonNull(session.getString("payment")), attempt.substring(attempt.indexOf('_') + 1)));
            return session;
        });
    }

    private ScenarioBuilder followers(Duration patience) {
        return scenario("followers")
                .exec(this::choose)
                .exec(Following.untilPaid(merchant, patience))
                .exec(this::remember);
    }

    private Session choose(Session session) {
        var followed = payments.get(turns.getAndIncrement() % payments.size());
        return session.set("followed", followed).set("payment", followed.id);
    }

    private Session remember(Session session) {
        Followed followed = Objects.requireNonNull(session.<Followed>get("followed"));
        if (!session.isFailed()) {
            told.grant((int) Math.max(0, System.currentTimeMillis() - followed.paidAtMs));
        }
        return session;
    }

    private ScenarioBuilder payers() {
        var next = new AtomicInteger();
        return scenario("payers")
                .exec(exec(session -> {
                    var followed = payments.get(next.getAndIncrement());
                    followed.paidAtMs = System.currentTimeMillis();
                    return session.set("order", followed.order);
                }))
                .exec(http("the payer pays")
                        .post(session -> Simulators.at("wechat", "/orders/" + session.getString("order") + "/pay"))
                        .check(status().is(200)));
    }

    @Override
    public void after() {
        new Findings()
                .note("told after the payer paid", told.toString())
                .atLeast("followers who were told", Settings.users(), told.granted(), "followers")
                .atMost("p99 from paying to telling", TOLD_WITHIN_MS, told.grantedP99(), "ms")
                .write();
    }
}
