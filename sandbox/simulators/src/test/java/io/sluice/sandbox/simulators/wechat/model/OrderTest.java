package io.sluice.sandbox.simulators.wechat.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.model.Decision.Refused;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant NOW = Instant.parse("2026-06-08T02:34:56Z");

    private static Order order(long totalFen) {
        var terms = new OrderTerms(
                "1900000001",
                "wx1",
                TradeType.NATIVE,
                "order-1",
                "tea",
                null,
                "http://localhost/",
                totalFen,
                null,
                NOW.plusSeconds(60),
                "print");
        return Order.placed(terms, "token", Outcome.APPROVED, NOW);
    }

    private static Order granted(Decision<Order, Refusal> decision) {
        assertThat(decision).isInstanceOf(Granted.class);
        return ((Granted<Order, Refusal>) decision).value();
    }

    private static ErrorCode refused(Decision<Order, Refusal> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<Order, Refusal>) decision).refusal().code();
    }

    @Test
    void isPaidOnceOnly() {
        Order paid = granted(order(100).paid("t-1", NOW));
        assertThat(paid.state()).isEqualTo(TradeState.SUCCESS);
        assertThat(refused(paid.paid("t-2", NOW))).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refused(paid.closed(NOW))).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refused(paid.declined(NOW))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void mayBePaidAfterADecline() {
        assertThat(granted(granted(order(100).declined(NOW)).paid("t-1", NOW)).state())
                .isEqualTo(TradeState.SUCCESS);
    }

    @Test
    void closesByItselfAtItsEndUnlessPaid() {
        Instant end = NOW.plusSeconds(60);
        assertThat(order(100).seenAt(end.minusNanos(1)).state()).isEqualTo(TradeState.NOTPAY);
        assertThat(order(100).seenAt(end).state()).isEqualTo(TradeState.CLOSED);
        assertThat(refused(order(100).paid("t-1", end))).isEqualTo(ErrorCode.ORDER_CLOSED);
        assertThat(granted(order(100).paid("t-1", NOW)).seenAt(end).state()).isEqualTo(TradeState.SUCCESS);
    }

    @Test
    void refundsOnlyWhatIsPaid() {
        assertThat(refused(order(100).refundReserved(1))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void refundsNeverExceedTheCharge() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Order order = granted(order(1000).paid("t-1", NOW));
        long outstanding = 0;
        for (int i = 0; i < 10_000; i++) {
            long fen = 1L + random.nextInt(400);
            boolean releases = outstanding >= fen && random.nextBoolean();
            if (releases) {
                order = order.refundReleased(fen);
                outstanding -= fen;
            } else if (order.refundReserved(fen) instanceof Granted<Order, Refusal>(Order reserved)) {
                order = reserved;
                outstanding += fen;
            }
            assertThat(order.refundedFen())
                    .as("seed %d", seed)
                    .isEqualTo(outstanding)
                    .isBetween(0L, 1000L);
            assertThat(order.state()).isEqualTo(outstanding == 0 ? TradeState.SUCCESS : TradeState.REFUND);
        }
    }
}
