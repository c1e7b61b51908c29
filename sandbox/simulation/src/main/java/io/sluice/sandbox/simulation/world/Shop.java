package io.sluice.sandbox.simulation.world;

import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.money.Money;
import io.sluice.core.payment.PaymentAnswer;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The merchant: wants payments, asks again until it is answered, and remembers every word it was told. */
public final class Shop {

    private static final int MOST_TRIES = 40;
    private static final Duration OPENING_HOURS = Duration.ofMinutes(20);

    /** Several times what the ways to edge, store and channel take when nothing is in the way. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    /** The gateway's edge. */
    public interface Edge {

        Mono<PaymentAnswer> pay(Merchant merchant, AcceptPayment command, Duration patience);

        Mono<Payment> find(PaymentId id);

        Mono<Payment> cancel(PaymentId id, Duration patience);
    }

    /** What the merchant was told, when. */
    public record Told(String key, Duration at, Payment payment) {}

    private final SimulatedTime time;
    private final Trace trace;
    private final Chance chance;
    private final Merchant merchant;
    private final Edge edge;
    private final boolean onePrice;
    private final double paidLater;
    private final List<Told> told = new ArrayList<>();
    private final Set<String> reused = new LinkedHashSet<>();
    private final List<String> late = new ArrayList<>();

    public Shop(SimulatedTime time, Trace trace, Chance chance, Merchant merchant, Edge edge) {
        this.time = time;
        this.trace = trace;
        this.chance = chance;
        this.merchant = merchant;
        this.edge = edge;
        // Where all goods cost the same, no amount tells one payment from another.
        this.onePrice = chance.of(0.5);
        this.paidLater = chance.pick(List.of(0.0, 0.0, 0.5, 1.0));
    }

    public List<Told> told() {
        return Collections.unmodifiableList(told);
    }

    /** Keys of which the gateway said that they belong to another request, though they did not. */
    public Set<String> wronglyReused() {
        return Collections.unmodifiableSet(reused);
    }

    /** Answers that took long though nothing was wrong. */
    public List<String> answeredLate() {
        return Collections.unmodifiableList(late);
    }

    /** Opens: from now on payers come. */
    public void open() {
        Duration hours = chance.of(0.5) ? Duration.ofSeconds(5) : OPENING_HOURS;
        int payers = chance.between(1, 7);
        for (int i = 0; i < payers; i++) {
            String key = "order-" + i;
            time.later(time.world(), chance.between(Duration.ZERO, hours), () -> sell(key));
        }
        time.later(time.world(), World.AT_PEACE, this::sellInPeace);
    }

    /** One who comes when nothing is wrong is answered at once. */
    private void sellInPeace() {
        AcceptPayment command = command("order-in-peace", 100, time.instant().plus(Duration.ofMinutes(5)));
        Duration asked = time.elapsed();
        edge.pay(merchant, command, Duration.ofSeconds(8))
                .subscribe(answer -> answeredInPeace(command, answer, asked), error -> failed(command, 0, error));
    }

    private void answeredInPeace(AcceptPayment command, PaymentAnswer answer, Duration asked) {
        Duration waited = time.elapsed().minus(asked);
        if (waited.compareTo(AT_ONCE) > 0) {
            late.add(command.idempotency().key() + " was answered after " + waited.toMillis() + " ms");
        }
        answered(command, 0, answer);
    }

    private void sell(String key) {
        Instant expires = time.instant().plus(chance.between(Duration.ofSeconds(20), Duration.ofMinutes(30)));
        AcceptPayment command = command(key, onePrice ? 100 : chance.between(1, 100_000), expires);
        ask(command, 0);
        if (chance.of(0.2)) {
            time.later(time.world(), chance.between(Duration.ZERO, Duration.ofSeconds(2)), () -> ask(command, 0));
        }
    }

    private AcceptPayment command(String key, int minor, Instant expires) {
        return new AcceptPayment(
                merchant.id(),
                key,
                Money.of(minor, "CNY"),
                "qr",
                chance.of(paidLater) ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC,
                "goods",
                null,
                null,
                Map.of(),
                expires,
                new IdempotencyKey("POST /v1/payments", key, key.getBytes(StandardCharsets.UTF_8)));
    }

    private void ask(AcceptPayment command, int tries) {
        Duration patience = chance.between(Duration.ofMillis(200), Duration.ofSeconds(8));
        edge.pay(merchant, command, patience)
                .timeout(chance.between(Duration.ofSeconds(1), Duration.ofSeconds(12)))
                .subscribe(answer -> answered(command, tries, answer), error -> failed(command, tries, error));
    }

    private void answered(AcceptPayment command, int tries, PaymentAnswer answer) {
        String key = command.idempotency().key();
        switch (answer) {
            case PaymentAnswer.Concluded(Payment payment) -> remember(key, payment);
            case PaymentAnswer.InProgress(Payment payment) -> remember(key, payment);
            case PaymentAnswer.Replayed(Payment payment) -> remember(key, payment);
            case PaymentAnswer.InFlight inFlight -> again(command, tries);
            case PaymentAnswer.KeyReused keyReused -> reused.add(key);
            case PaymentAnswer.Unavailable unavailable -> again(command, tries);
            case PaymentAnswer.Refused refused -> trace.step("%s was refused: %s", key, refused);
        }
    }

    private void failed(AcceptPayment command, int tries, Throwable error) {
        trace.step("%s was not answered: %s", command.idempotency().key(), error);
        again(command, tries);
    }

    private void again(AcceptPayment command, int tries) {
        if (tries < MOST_TRIES && !chance.of(0.05)) {
            time.later(
                    time.world(),
                    chance.between(Duration.ofMillis(10), Duration.ofSeconds(20)),
                    () -> ask(command, tries + 1));
        }
    }

    private void remember(String key, Payment payment) {
        trace.step("%s is %s, %s as of version %d", key, payment.id(), payment.state(), payment.version());
        told.add(new Told(key, time.elapsed(), payment));
        if (chance.of(0.5)) {
            later(() -> told(key, edge.find(payment.id())));
        }
        if (chance.of(0.2)) {
            later(() -> told(key, edge.cancel(payment.id(), Duration.ofSeconds(3))));
        }
    }

    private void later(Runnable wish) {
        Duration longest = chance.of(0.5) ? Duration.ofSeconds(2) : Duration.ofHours(1);
        time.later(time.world(), chance.between(Duration.ZERO, longest), wish);
    }

    /** What it is told of a payment, if anything. */
    private void told(String key, Mono<Payment> answer) {
        answer.timeout(Duration.ofSeconds(5))
                .subscribe(payment -> told.add(new Told(key, time.elapsed(), payment)), error -> {});
    }
}
