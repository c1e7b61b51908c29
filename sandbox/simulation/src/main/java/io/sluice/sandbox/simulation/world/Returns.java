package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Chance;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merchant undoes what was paid at once, or gives it back: some, all, more than there is, several times at once. */
public final class Returns {

    private final World world;
    private final Chance chance;
    private final Requests requests;
    private final double regretted;
    private final double undone;

    public Returns(World world, Chance chance, Requests requests) {
        this.world = world;
        this.chance = chance;
        this.requests = requests;
        this.regretted = chance.pick(List.of(0.0, 0.5, 1.0));
        this.undone = chance.pick(List.of(0.0, 0.3, 0.9));
    }

    /** Opens: from now on payers come back. */
    public void open() {
        world.house.onPaid(order -> {
            if (!order.isToBeHeld() && chance.of(regretted)) {
                requests.soon(Duration.ofMinutes(40), () -> giveBack(order));
            }
        });
    }

    private void giveBack(Order order) {
        world.store.ofAttempt(AttemptId.ofChannelNumber(order.number())).ifPresent(payment -> {
            for (int times = chance.between(1, 5); times > 0; times--) {
                if (chance.of(undone)) {
                    requests.ask(ModificationKind.VOID, payment, null, null, true, soon());
                    continue;
                }
                requests.ask(ModificationKind.REFUND, payment, null, amount(payment), false, soon());
            }
        });
    }

    private Duration soon() {
        return Duration.ofSeconds(chance.of(0.5) ? 1 : 600);
    }

    /** Null for all that is left. */
    private @Nullable Long amount(Payment payment) {
        int all = (int) payment.amount().minor();
        return chance.of(0.3) ? null : Long.valueOf(chance.between(1, all + all / 10 + 2));
    }
}
