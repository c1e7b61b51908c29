package io.sluice.ledger.posting.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.money.Money;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeeShareTest {

    /** Whatever is captured and voided, what was booked is the fee of what is captured now. */
    @Test
    void thePartsAddUpInWhateverOrderCapturesComeAndGo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int walk = 0; walk < 1_000; walk++) {
            long amount = 1 + random.nextLong(1_000_000_000_000L);
            long fee = random.nextLong(amount + 1);
            long captured = 0;
            long booked = 0;
            for (int step = 0; step < 10; step++) {
                long next = random.nextLong(amount + 1);
                long part = share(fee, amount, Math.min(captured, next), Math.max(captured, next));
                assertThat(part).as("seed %d: no more than what moves", seed).isBetween(0L, Math.abs(next - captured));
                booked += next > captured ? part : -part;
                captured = next;
            }
            assertThat(booked + share(fee, amount, captured, amount))
                    .as("seed %d", seed)
                    .isEqualTo(fee);
            assertThat(booked - share(fee, amount, 0, captured))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    private static long share(long fee, long amount, long from, long to) {
        return FeeShare.between(Money.of(fee, "CNY"), Money.of(amount, "CNY"), from, to)
                .minor();
    }
}
