package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.modification.ModificationAnswer;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Chance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The merchant gives money back: some, all, more than there is, several times at once. It asks again with the same key until
 * it is answered, and remembers every word.
 */
public final class Returns {

    private static final int MOST_TRIES = 30;

    /** The gateway's edge. */
    public interface Edge {

        Mono<ModificationAnswer> refund(RequestModification command, Duration patience);
    }

    /** What the merchant was told. */
    public record Told(String key, Modification refund) {}

    private final World world;
    private final Chance chance;
    private final Edge edge;
    private final double regretted;
    private final List<Told> told = new ArrayList<>();
    private final Set<String> reused = new LinkedHashSet<>();
    private int keys;

    public Returns(World world, Chance chance, Edge edge) {
        this.world = world;
        this.chance = chance;
        this.edge = edge;
        this.regretted = chance.pick(List.of(0.0, 0.5, 1.0));
    }

    public List<Told> told() {
        return Collections.unmodifiableList(told);
    }

    /** Keys of which the gateway said that they belong to another request, though they did not. */
    public Set<String> wronglyReused() {
        return Collections.unmodifiableSet(reused);
    }

    /** Opens: from now on payers come back. */
    public void open() {
        world.house.onPaid(order -> {
            if (chance.of(regretted)) {
                soon(Duration.ofMinutes(40), () -> giveBack(order));
            }
        });
    }

    private void soon(Duration longest, Runnable work) {
        world.time.later(world.time.world(), chance.between(Duration.ZERO, longest), work);
    }

    private void giveBack(Order order) {
        world.store.ofAttempt(AttemptId.ofChannelNumber(order.number())).ifPresent(payment -> {
            for (int times = chance.between(1, 5); times > 0; times--) {
                RequestModification command = command(payment);
                soon(Duration.ofSeconds(chance.of(0.5) ? 1 : 600), () -> ask(command, 0));
                if (chance.of(0.2)) {
                    soon(Duration.ofSeconds(2), () -> ask(command, 0));
                }
            }
        });
    }

    private RequestModification command(Payment payment) {
        String key = "refund-" + keys++;
        int all = (int) payment.amount().minor();
        Long amount = chance.of(0.3) ? null : Long.valueOf(chance.between(1, all + all / 10 + 2));
        return new RequestModification(
                ModificationKind.REFUND,
                payment.merchantId(),
                payment.id(),
                null,
                amount,
                false,
                "regretted",
                new IdempotencyKey("POST /v1/refunds", key, key.getBytes(StandardCharsets.UTF_8)));
    }

    private void ask(RequestModification command, int tries) {
        edge.refund(command, chance.between(Duration.ofMillis(200), Duration.ofSeconds(8)))
                .timeout(chance.between(Duration.ofSeconds(1), Duration.ofSeconds(12)))
                .subscribe(answer -> answered(command, tries, answer), error -> again(command, tries));
    }

    private void answered(RequestModification command, int tries, ModificationAnswer answer) {
        switch (answer) {
            case ModificationAnswer.Concluded(Modification refund) -> remember(command, refund);
            case ModificationAnswer.InProgress(Modification refund) -> remember(command, refund);
            case ModificationAnswer.Replayed(Modification refund) -> remember(command, refund);
            case ModificationAnswer.InFlight _ -> again(command, tries);
            case ModificationAnswer.KeyReused _ -> reused.add(key(command));
            case ModificationAnswer.Refused(var refusal) ->
                world.trace.step("%s was refused: %s", key(command), refusal.message());
            case ModificationAnswer.NoSuchPayment _ -> reused.add(key(command) + ", of an unknown payment");
        }
    }

    private void again(RequestModification command, int tries) {
        if (tries < MOST_TRIES && !chance.of(0.05)) {
            world.time.later(
                    world.time.world(),
                    chance.between(Duration.ofMillis(10), Duration.ofSeconds(20)),
                    () -> ask(command, tries + 1));
        }
    }

    private void remember(RequestModification command, Modification refund) {
        world.trace.step(
                "%s is %s over %s, %s as of version %d",
                key(command), refund.publicId(), refund.amount(), refund.state(), refund.version());
        told.add(new Told(key(command), refund));
    }

    private static String key(RequestModification command) {
        IdempotencyKey key = command.idempotency();
        return key == null ? "" : key.key();
    }
}
