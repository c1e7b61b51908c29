package io.sluice.core.refund.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.RefundId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Walks the table with whatever a channel may say, of several refunds of one payment, in any order. */
class RefundTransitionsProperties {

    @Test
    void everyStateHasARow() {
        assertThat(RefundTransitions.REFUND.keySet()).containsExactlyInAnyOrder(RefundState.values());
    }

    @Test
    void everyStateCanBeReached() {
        for (RefundState state : RefundState.values()) {
            assertThat(state == RefundState.CREATED
                            || RefundTransitions.REFUND.values().stream().anyMatch(next -> next.contains(state)))
                    .as("%s is reachable", state)
                    .isTrue();
        }
    }

    @Test
    void anySequenceOfOutcomesStaysWithinTheTableAndThePayment() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            new Walk(random, seed).go();
        }
    }

    private static final class Walk {

        private final Random random;
        private final long seed;
        private final Map<RefundId, Refund> refunds = new HashMap<>();
        private Payment payment =
                RefundFixtures.paid(PaymentFixtures.accepted()).after();
        private Instant now = payment.updatedAt();

        Walk(Random random, long seed) {
            this.random = random;
            this.seed = seed;
        }

        void go() {
            for (int step = 0; step < 40; step++) {
                now = now.plusSeconds(random.nextInt(100));
                if (refunds.isEmpty() || random.nextInt(4) == 0) {
                    request();
                } else {
                    conclude();
                }
            }
        }

        private void request() {
            long amount = 1L + random.nextInt(900);
            long left = payment.refunds().leftOf(payment.amount().minor());
            RefundDecision decision =
                    Refund.requested(payment, RefundFixtures.command(payment, amount, "k"), RefundId.next(), now);
            assertThat(decision instanceof RefundDecision.Reserved)
                    .as("seed %d: %d of %d", seed, amount, left)
                    .isEqualTo(amount <= left);
            if (decision instanceof RefundDecision.Reserved(RefundTransition transition)) {
                assertThat(transition.changes().getFirst().from()).isEqualTo(RefundState.RESERVED);
                assertThat(transition.after().state()).isEqualTo(RefundState.SENT);
                follow(transition);
            }
        }

        private void conclude() {
            List<Refund> known = List.copyOf(refunds.values());
            Refund refund = known.get(random.nextInt(known.size()));
            RefundConclusion conclusion = random.nextInt(10) == 0
                    ? refund.surrendered(payment, now)
                    : refund.concluded(payment, anyWord(refund.amount()), now);
            if (conclusion instanceof RefundConclusion.Changed(RefundTransition transition)) {
                RefundState from = refund.state();
                for (RefundChange change : transition.changes()) {
                    assertThat(change.from()).as("seed %d", seed).isEqualTo(from);
                    assertThat(RefundTransitions.allows(from, change.after().state()))
                            .as("seed %d: %s to %s", seed, from, change.after().state())
                            .isTrue();
                    from = change.after().state();
                }
                follow(transition);
            }
        }

        private ModificationOutcome anyWord(Money amount) {
            List<ModificationOutcome> words = List.of(
                    new ModificationOutcome.Succeeded(amount, "5030001"),
                    new ModificationOutcome.Succeeded(Money.of(99_999, "CNY"), "5030002"),
                    new ModificationOutcome.Processing("5030001"),
                    new ModificationOutcome.Refused("NOT_ENOUGH", "no money"),
                    new ModificationOutcome.Abnormal("ABNORMAL"),
                    new ModificationOutcome.Returned("ABNORMAL"),
                    new ModificationOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused"),
                    new ModificationOutcome.Absent("RESOURCE_NOT_EXISTS"),
                    new ModificationOutcome.Unknown("deadline_passed", "no answer"));
            return words.get(random.nextInt(words.size()));
        }

        private void follow(RefundTransition transition) {
            assertThat(transition.expectedVersion()).as("seed %d", seed).isEqualTo(payment.version());
            assertThat(transition.payment().version())
                    .as("seed %d: a sequence without gaps", seed)
                    .isEqualTo(payment.version() + transition.changes().size());
            payment = transition.payment();
            Refund after = transition.after();
            refunds.put(after.id(), after);
            assertThat(after.dueAt() != null)
                    .as("seed %d: a refund is due exactly while it is open, %s", seed, after.state())
                    .isEqualTo(after.state().isOpen());
            assertThat(payment.refunds().reservedMinor())
                    .as("seed %d: reserved", seed)
                    .isEqualTo(sumOf(true));
            assertThat(payment.refunds().refundedMinor())
                    .as("seed %d: refunded", seed)
                    .isEqualTo(sumOf(false));
            assertThat(payment.refunds().leftOf(payment.amount().minor()))
                    .as("seed %d: never beyond the payment", seed)
                    .isNotNegative();
        }

        private long sumOf(boolean reserved) {
            return refunds.values().stream()
                    .filter(refund -> reserved ? refund.state().isReserved() : refund.state() == RefundState.SUCCEEDED)
                    .mapToLong(refund -> refund.amount().minor())
                    .sum();
        }
    }
}
