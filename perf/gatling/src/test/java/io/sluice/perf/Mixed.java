package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Following;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Simulators;
import io.sluice.perf.call.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A day: payments at four channels, some read, some followed, some given back, lists, and callbacks that come twice or out of turn. */
public final class Mixed extends Simulation {
    private static final List<String> CALLING_BACK = List.of("wechat", "alipay");
    private static final String WEATHER =
            "{\"callbacks\":{\"duplicated\":0.2,\"reordered\":0.2,\"late\":0.1,\"late_by\":{\"fixed_ms\":2000}}}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Merchant merchant = Merchant.all().getFirst();

    public Mixed() {
        double rate = Settings.rate();
        Duration lasts = Settings.duration();
        setUp(new Timeline()
                        .warmUp(rate, pay("warm up", Orders::tea))
                        .beside("wechat", rate * 0.4, lasts, pay("pay by wechat_native", Orders::tea))
                        .beside(
                                "wechat, read",
                                rate * 0.1,
                                lasts,
                                remember("pay, then read", Orders::tea).exec(read()))
                        .beside(
                                "wechat, followed",
                                rate * 0.05,
                                lasts,
                                remember("pay, then follow", Orders::tea).exec(Following.untilPaid(merchant, PATIENCE)))
                        .beside("alipay", rate * 0.2, lasts, pay("pay by alipay_qr", () -> Orders.tea("alipay_qr")))
                        .beside("card", rate * 0.1, lasts, pay("pay by card", Orders::card))
                        .beside(
                                "card, refunded",
                                rate * 0.05,
                                lasts,
                                remember("pay, then refund", Orders::card).exec(refund()))
                        .beside("paypal", rate * 0.1, lasts, pay("pay by paypal", Orders::paypal))
                        .beside("lists", Math.max(1, rate * 0.02), lasts, list())
                        .populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    @Override
    public void before() {
        CALLING_BACK.forEach(channel -> Simulators.weather(channel, WEATHER));
    }

    @Override
    public void after() {
        CALLING_BACK.forEach(Simulators::calm);
    }

    private ChainBuilder pay(String name, Supplier<String> order) {
        return Paying.pay(name, merchant, order);
    }

    private ChainBuilder remember(String name, Supplier<String> order) {
        return Paying.payAndRemember(name, merchant, order);
    }

    private ChainBuilder read() {
        return pause(Duration.ofSeconds(1), Duration.ofSeconds(3))
                .exec(Calls.sign(session -> merchant.call("GET", "/v1/payments/" + session.getString("payment"))))
                .exec(Calls.get("read").check(status().is(200)));
    }

    private ChainBuilder refund() {
        return pause(Duration.ofSeconds(1))
                .exec(Calls.sign(session -> merchant.post(
                        "/v1/refunds", "{\"payment_id\":\"" + session.getString("payment") + "\",\"amount\":500}")))
                .exec(Calls.post("refund").check(status().in(201, 202)));
    }

    private ChainBuilder list() {
        return exec(Calls.sign(session -> merchant.call("GET", "/v1/payments?limit=20")))
                .exec(Calls.get("list").check(status().is(200)));
    }
}
