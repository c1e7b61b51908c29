package io.sluice.core.payout.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.money.Money;
import io.sluice.core.payout.model.PayoutConclusion.Changed;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks the table with whatever a channel and people may say, in any order. */
class PayoutTransitionsProperties {

    private static final Money AMOUNT = Money.of(5_000, "CNY");

    private final Set<PayoutState> reached = EnumSet.of(PayoutState.CREATED);

    @Test
    void everyStateHasARow() {
        assertThat(PayoutTransitions.TABLE.keySet()).containsExactlyInAnyOrder(PayoutState.values());
    }

    @Test
    void whatFailedOrCameBackIsOver() {
        assertThat(PayoutTransitions.TABLE.get(PayoutState.FAILED)).isEmpty();
        assertThat(PayoutTransitions.TABLE.get(PayoutState.RETURNED)).isEmpty();
    }

    @Test
    void moneyIsReservedBeforeAnythingIsSent() {
        Arrays.stream(PayoutState.values())
                .filter(from -> !from.takes())
                .forEach(from -> assertThat(PayoutTransitions.TABLE.get(from))
                        .as("%s, which takes nothing", from)
                        .isSubsetOf(PayoutState.REVIEW, PayoutState.RESERVED, PayoutState.FAILED));
    }

    @Test
    void anySequenceOfWordsStaysWithinTheTable() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            new Walk(random, seed).go();
        }
        assertThat(reached).as("seed %d", seed).containsExactlyInAnyOrder(PayoutState.values());
    }

    private final class Walk {

        private final Random random;
        private final long seed;
        private Payout payout;
        private Instant now = PayoutFixtures.NOW;
        private long takenMinor;

        Walk(Random random, long seed) {
            this.random = random;
            this.seed = seed;
            PayoutTerms terms = random.nextBoolean() ? PayoutTerms.REVIEW_ALL : PayoutFixtures.FREE;
            PayoutTransition request = Payout.requested(
                    PayoutFixtures.command(MerchantId.next(), AMOUNT.minor(), "k"), terms, PayoutId.next(), now);
            this.payout = request.changes().getFirst().after();
            assertThat(request.expectedVersion()).isZero();
            assertThat(payout.version()).isEqualTo(1);
            follow(new PayoutTransition(
                    1, request.changes().subList(1, request.changes().size())));
        }

        void go() {
            for (int step = 0; step < 30; step++) {
                now = now.plusSeconds(random.nextInt(600));
                payout = inquired(random.nextInt(4));
                if (word() instanceof Changed(PayoutTransition transition)) {
                    follow(transition);
                }
            }
        }

        private PayoutConclusion word() {
            return switch (random.nextInt(12)) {
                case 0 -> payout.surrendered(now);
                case 1 -> payout.approved(people(), now);
                case 2 -> payout.rejected("mei", "not ours", now);
                case 3 -> payout.found(random.nextBoolean(), people(), now);
                default -> payout.concluded(anyWord(), now);
            };
        }

        private List<String> people() {
            return random.nextBoolean() ? List.of("mei", "jo") : List.of("mei", "mei");
        }

        private ModificationOutcome anyWord() {
            return any(List.of(
                    new ModificationOutcome.Succeeded(AMOUNT, "2026030100017"),
                    new ModificationOutcome.Succeeded(Money.of(5_001, "CNY"), "2026030100017"),
                    new ModificationOutcome.Succeeded(AMOUNT, "2026030100018"),
                    new ModificationOutcome.Processing("2026030100017"),
                    new ModificationOutcome.Refused("61", "limit"),
                    new ModificationOutcome.Abnormal("STUCK"),
                    new ModificationOutcome.Returned("BOUNCED"),
                    new ModificationOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused"),
                    new ModificationOutcome.Absent("34"),
                    new ModificationOutcome.Unknown("deadline_passed", "no answer"),
                    new ModificationOutcome.Unknown("deadline_passed", "no answer")));
        }

        private void follow(PayoutTransition transition) {
            PayoutState from = payout.state();
            assertThat(transition.expectedVersion()).as("seed %d", seed).isEqualTo(payout.version());
            int version = payout.version();
            for (PayoutChange change : transition.changes()) {
                PayoutState to = change.after().state();
                assertThat(change.from()).as("seed %d", seed).isEqualTo(from);
                assertThat(PayoutTransitions.allows(from, to))
                        .as("seed %d: %s to %s", seed, from, to)
                        .isTrue();
                assertThat(change.after().version())
                        .as("seed %d: a sequence without gaps", seed)
                        .isEqualTo(++version);
                from = to;
                reached.add(to);
            }
            takenMinor += transition.takesMinor();
            payout = transition.after();
            assertThat(takenMinor)
                    .as("seed %d: all of it is taken, or nothing, in %s", seed, payout.state())
                    .isEqualTo(payout.state().takes() ? AMOUNT.minor() : 0);
            assertThat(payout.dueAt() != null)
                    .as("seed %d: it is due exactly while the channel is to be asked, %s", seed, payout.state())
                    .isEqualTo(payout.state().isOpen());
        }

        private Payout inquired(int times) {
            return new Payout(
                    payout.merchantId(),
                    payout.id(),
                    payout.merchantPayoutNo(),
                    payout.amount(),
                    payout.payee(),
                    payout.purpose(),
                    payout.account(),
                    payout.channel(),
                    payout.state(),
                    payout.failure(),
                    payout.channelReference(),
                    payout.channelCode(),
                    payout.dueAt(),
                    payout.inquiries() + times,
                    payout.version(),
                    payout.createdAt(),
                    payout.updatedAt());
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
