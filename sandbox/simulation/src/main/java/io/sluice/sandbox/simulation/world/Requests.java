package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.ModificationId;
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
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the merchant asks of its payments after they were paid or held. It asks again with the same key until it is answered,
 * sometimes at once and at the other edge, and remembers every word.
 */
public final class Requests {

    private static final int MOST_TRIES = 30;

    /** The gateway's edge. */
    public interface Edge {

        Mono<ModificationAnswer> modify(RequestModification command, Duration patience);
    }

    /** What the merchant was told. */
    public record Told(String key, Modification modification) {}

    private final World world;
    private final Chance chance;
    private final Edge edge;
    private final List<Told> told = new ArrayList<>();
    private final Set<String> reused = new LinkedHashSet<>();
    private int keys;

    public Requests(World world, Chance chance, Edge edge) {
        this.world = world;
        this.chance = chance;
        this.edge = edge;
    }

    public List<Told> told() {
        return Collections.unmodifiableList(told);
    }

    /** Keys of which the gateway said that they belong to another request, though they did not. */
    public Set<String> wronglyReused() {
        return Collections.unmodifiableSet(reused);
    }

    void soon(Duration longest, Runnable work) {
        world.time.later(world.time.world(), chance.between(Duration.ZERO, longest), work);
    }

    /**
     * Asks within {@code longest}.
     *
     * @param amountMinor null for all that is left
     */
    void ask(
            ModificationKind kind,
            Payment payment,
            @Nullable ModificationId capture,
            @Nullable Long amountMinor,
            boolean last,
            Duration longest) {
        String key = kind.name().toLowerCase(Locale.ROOT) + "-" + keys++;
        RequestModification command = new RequestModification(
                kind,
                payment.merchantId(),
                payment.id(),
                capture,
                amountMinor,
                last,
                "wanted",
                new IdempotencyKey(kind.wireName(), key, key.getBytes(StandardCharsets.UTF_8)));
        soon(longest, () -> ask(command, 0));
        if (chance.of(0.2)) {
            soon(Duration.ofSeconds(2), () -> ask(command, 0));
        }
    }

    private void ask(RequestModification command, int tries) {
        edge.modify(command, chance.between(Duration.ofMillis(200), Duration.ofSeconds(8)))
                .timeout(chance.between(Duration.ofSeconds(1), Duration.ofSeconds(12)))
                .subscribe(answer -> answered(command, tries, answer), error -> again(command, tries));
    }

    private void answered(RequestModification command, int tries, ModificationAnswer answer) {
        switch (answer) {
            case ModificationAnswer.Concluded(Modification done) -> remember(command, done);
            case ModificationAnswer.InProgress(Modification open) -> remember(command, open);
            case ModificationAnswer.Replayed(Modification known) -> remember(command, known);
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

    private void remember(RequestModification command, Modification modification) {
        world.trace.step(
                "%s is %s over %s, %s as of version %d",
                key(command),
                modification.publicId(),
                modification.amount(),
                modification.state(),
                modification.version());
        told.add(new Told(key(command), modification));
    }

    private static String key(RequestModification command) {
        IdempotencyKey key = command.idempotency();
        return key == null ? "" : key.key();
    }
}
