package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Chance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The merchant sends the goods for what is held, in parts, and captures each: too much now and then, several at once, or the
 * last. It lets go of the rest, undoes captures, and takes goods back.
 */
public final class Fulfilment {

    private static final Duration MUCH_LATER = Duration.ofHours(3);

    private final World world;
    private final Chance chance;
    private final Requests requests;
    private final double diligence;

    public Fulfilment(World world, Chance chance, Requests requests) {
        this.world = world;
        this.chance = chance;
        this.requests = requests;
        this.diligence = chance.pick(List.of(0.5, 1.0));
    }

    /** Opens: from now on what is held is captured. */
    public void open() {
        world.house.onPaid(order -> {
            if (order.isToBeHeld() && chance.of(diligence)) {
                Duration at = chance.of(0.5) ? Duration.ofSeconds(20) : Duration.ofMinutes(30);
                for (int steps = chance.between(2, 10); steps > 0; steps--) {
                    requests.soon(chance.of(0.7) ? at : MUCH_LATER, () -> step(order));
                }
            }
        });
    }

    private void step(Order order) {
        world.store.ofAttempt(AttemptId.ofChannelNumber(order.number())).ifPresent(this::step);
    }

    private void step(Payment payment) {
        double what = chance.share();
        if (what < 0.55) {
            Long part = part(payment.amount().minor());
            requests.ask(ModificationKind.CAPTURE, payment, null, part, chance.of(0.15), soon());
        } else if (what < 0.63) {
            requests.ask(ModificationKind.VOID, payment, null, null, true, soon());
        } else {
            captured(payment).ifPresent(capture -> regret(payment, capture, chance.between(1, 4)));
        }
    }

    /** The goods come back, or were never sent; the merchant may not know which of its people says so. */
    private void regret(Payment payment, Modification capture, int ways) {
        if (ways != 1) {
            Long part = part(capture.amount().minor());
            requests.ask(ModificationKind.REFUND, payment, capture.id(), part, false, soon());
        }
        if (ways != 2) {
            requests.ask(ModificationKind.CAPTURE_VOID, payment, capture.id(), null, true, soon());
        }
    }

    private Duration soon() {
        return Duration.ofSeconds(chance.of(0.5) ? 1 : 300);
    }

    /** Null for all that is left. */
    private @Nullable Long part(long all) {
        return chance.of(0.2) ? null : Long.valueOf(chance.between(1, (int) (chance.of(0.7) ? all / 2 : all) + 2));
    }

    private Optional<Modification> captured(Payment payment) {
        List<Modification> captures = world.store.modifications.rows().stream()
                .filter(row -> row.paymentId().equals(payment.id())
                        && row.kind() == ModificationKind.CAPTURE
                        && row.state() == ModificationState.SUCCEEDED)
                .toList();
        return captures.isEmpty() ? Optional.empty() : Optional.of(chance.pick(captures));
    }
}
