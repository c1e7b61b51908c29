package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells the gateway what was paid: late, out of order, again and again until it is acknowledged, and sometimes after. */
public final class CallbackSender {

    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(6));

    /** The gateway's intake: answers with an HTTP status. */
    public interface Intake {

        Mono<Integer> receive(ChannelAccountId account, RawCallback callback);
    }

    private final SimulatedTime time;
    private final Trace trace;
    private final Chance chance;
    private final ChannelHouse house;
    private final Store store;
    private final Intake intake;
    private final double silent;
    private final double forged;
    private final Map<String, ChannelOutcome> said = new LinkedHashMap<>();
    private final List<String> untrue = new ArrayList<>();

    public CallbackSender(
            SimulatedTime time, Trace trace, Chance chance, ChannelHouse house, Store store, Intake intake) {
        this.time = time;
        this.trace = trace;
        this.chance = chance;
        this.house = house;
        this.store = store;
        this.intake = intake;
        this.silent = chance.pick(List.of(0.0, 0.3, 1.0));
        this.forged = chance.pick(List.of(0.0, 0.3));
        house.onPaid(this::paid);
    }

    /** Callbacks that were acknowledged though the store did not hold what they said. */
    public List<String> acknowledgedInVain() {
        return List.copyOf(untrue);
    }

    /** What the callback with this id said; null when the channel never sent it. */
    public @Nullable ChannelOutcome said(String callbackId) {
        return said.get(callbackId);
    }

    private void paid(Order order) {
        if (order.isAgainstItsWord() || !chance.of(silent)) {
            send(order, 0);
        }
        if (chance.of(forged)) {
            later(Duration.ofSeconds(5), () -> deliver(order, "forged", AGAIN_AFTER.size()));
        }
    }

    private void send(Order order, int tries) {
        later(Duration.ofSeconds(chance.of(0.2) ? 300 : 3), () -> {
            String id = "cb-" + said.size();
            said.put(id, house.wrongly(order));
            deliver(order, id, tries);
        });
    }

    private void later(Duration longest, Runnable work) {
        time.later(time.world(), chance.between(Duration.ofMillis(1), longest), work);
    }

    private void deliver(Order order, String id, int tries) {
        String text = id + " " + order.number();
        RawCallback raw = new RawCallback(Map.of(), text.getBytes(StandardCharsets.UTF_8), time.instant());
        intake.receive(ChannelAccountId.parse(order.account()), raw)
                .timeout(Duration.ofSeconds(5))
                .onErrorReturn(0)
                .defaultIfEmpty(0)
                .subscribe(status -> answered(order, id, tries, status));
    }

    private void answered(Order order, String id, int tries, int status) {
        trace.step("callback %s of order %s was answered %d", id, order.number(), status);
        if (status == 200) {
            requireTrue(order, id);
        }
        if ((status != 200 || chance.of(0.2)) && tries < AGAIN_AFTER.size()) {
            time.later(time.world(), AGAIN_AFTER.get(tries), () -> send(order, tries + 1));
        }
    }

    private void requireTrue(Order order, String id) {
        AttemptId attempt = AttemptId.ofChannelNumber(order.number());
        boolean recorded = store.ofAttempt(attempt)
                .map(payment -> isPaid(payment, attempt))
                .orElse(false);
        boolean right =
                said.get(id) instanceof ChannelOutcome.Approved(var paid, var reference) && paid.equals(order.amount());
        if (!recorded || !right) {
            untrue.add(id + " of order " + order.number() + " (" + Objects.requireNonNullElse(said.get(id), "forged")
                    + ")");
        }
    }

    private static boolean isPaid(Payment payment, AttemptId attempt) {
        return payment.attempts().stream()
                .anyMatch(known -> known.id().equals(attempt) && known.state() == AttemptState.SUCCEEDED);
    }
}
