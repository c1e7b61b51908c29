package io.sluice.core.modification.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.ChargeSafety;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import io.sluice.core.payment.model.Transitions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks the table with whatever a channel may say, of captures, voids and refunds of one payment, in any order. */
class ModificationTransitionsProperties {

    private final Set<PaymentState> reached = new HashSet<>();

    @Test
    void everyStateHasARow() {
        assertThat(ModificationTransitions.TABLE.keySet()).containsExactlyInAnyOrder(ModificationState.values());
    }

    @Test
    void everyStateCanBeReached() {
        for (ModificationState state : ModificationState.values()) {
            assertThat(state == ModificationState.CREATED
                            || Arrays.stream(ModificationState.values())
                                    .anyMatch(from ->
                                            ModificationTransitions.allows(ModificationKind.REFUND, from, state)))
                    .as("%s is reachable", state)
                    .isTrue();
        }
    }

    @Test
    void onlyRefundsBounce() {
        for (ModificationKind kind : ModificationKind.values()) {
            assertThat(ModificationTransitions.allows(kind, ModificationState.SUCCEEDED, ModificationState.RETURNED))
                    .isEqualTo(kind == ModificationKind.REFUND);
        }
    }

    @Test
    void anySequenceOfOutcomesStaysWithinTheTablesAndThePayment() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            new Walk(random, seed, i % 3 == 0, i % 3 == 1).go();
        }
        assertThat(reached)
                .contains(
                        PaymentState.AUTHORIZED,
                        PaymentState.PARTIALLY_CAPTURED,
                        PaymentState.SUCCEEDED,
                        PaymentState.REVERSED);
    }

    private final class Walk {

        private final Random random;
        private final long seed;
        private final boolean once;
        private final Map<ModificationId, Modification> known = new LinkedHashMap<>();
        private Payment payment;
        private Instant now;

        Walk(Random random, long seed, boolean automatic, boolean once) {
            this.random = random;
            this.seed = seed;
            this.once = once;
            this.payment = automatic
                    ? ModificationFixtures.paid(PaymentFixtures.accepted()).after()
                    : ModificationFixtures.held(
                                    PaymentFixtures.acceptance(ModificationFixtures.manual(MerchantId.next(), "k"))
                                            .after())
                            .after();
            this.now = payment.updatedAt();
        }

        void go() {
            for (int step = 0; step < 40; step++) {
                now = now.plusSeconds(random.nextInt(100));
                if (known.isEmpty() || random.nextInt(3) == 0) {
                    request();
                } else {
                    conclude();
                }
            }
        }

        private void request() {
            ModificationKind kind = any(List.of(ModificationKind.values()));
            Long amount = random.nextInt(4) == 0 ? null : 1L + random.nextInt(900);
            RequestModification asked =
                    ModificationFixtures.command(kind, payment, anyCapture(kind), amount, random.nextInt(5) == 0, "k");
            ReservationDecision decision = Modification.requested(
                    payment, List.copyOf(known.values()), onItsTerms(asked), ModificationId.next(), now);
            if (decision instanceof ReservationDecision.Reserved(ModificationTransition transition)) {
                assertThat(transition.changes().getFirst().from()).isEqualTo(ModificationState.RESERVED);
                assertThat(transition.after().state()).isEqualTo(ModificationState.SENT);
                follow(transition);
            } else if (kind == ModificationKind.CAPTURE
                    && amount != null
                    && payment.state() == PaymentState.AUTHORIZED) {
                assertThat(amount > payment.totals().leftToCapture()
                                || payment.totals().captureReservedMinor() > 0)
                        .as("seed %d: %s", seed, decision)
                        .isTrue();
            }
        }

        private RequestModification onItsTerms(RequestModification asked) {
            if (asked.undoesCharge(payment)) {
                return asked.ofCharge(now.plusSeconds(random.nextInt(3)));
            }
            return once ? asked.atOnceCapturing() : asked;
        }

        private @Nullable ModificationId anyCapture(ModificationKind kind) {
            List<Modification> captures = known.values().stream()
                    .filter(one -> one.kind() == ModificationKind.CAPTURE)
                    .toList();
            boolean named = kind == ModificationKind.CAPTURE_VOID || random.nextBoolean();
            return captures.isEmpty() || !named ? null : any(captures).id();
        }

        private void conclude() {
            Modification one = any(List.copyOf(known.values()));
            ModificationConclusion conclusion = random.nextInt(10) == 0
                    ? one.surrendered(payment, now)
                    : one.concluded(payment, anyWord(one.amount()), now);
            if (conclusion instanceof ModificationConclusion.Changed(ModificationTransition transition)) {
                ModificationState from = one.state();
                for (ModificationChange change : transition.changes()) {
                    assertThat(change.from()).as("seed %d", seed).isEqualTo(from);
                    ModificationState to = change.after().state();
                    assertThat(ModificationTransitions.allows(one.kind(), from, to))
                            .as("seed %d: %s from %s to %s", seed, one.kind(), from, to)
                            .isTrue();
                    from = to;
                }
                follow(transition);
            }
        }

        private ModificationOutcome anyWord(Money amount) {
            ModificationOutcome done = new ModificationOutcome.Succeeded(amount, "5030001");
            return any(List.of(
                    done,
                    done,
                    done,
                    new ModificationOutcome.Succeeded(Money.of(99_999, "CNY"), "5030002"),
                    new ModificationOutcome.Processing("5030001"),
                    new ModificationOutcome.Refused("NOT_ENOUGH", "no money"),
                    new ModificationOutcome.Abnormal("ABNORMAL"),
                    new ModificationOutcome.Returned("ABNORMAL"),
                    new ModificationOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused"),
                    new ModificationOutcome.Absent("RESOURCE_NOT_EXISTS"),
                    new ModificationOutcome.Unknown("deadline_passed", "no answer")));
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void follow(ModificationTransition transition) {
            PaymentChange follows = transition.follows();
            assertThat(transition.expectedVersion()).as("seed %d", seed).isEqualTo(payment.version());
            assertThat(transition.payment().version())
                    .as("seed %d: a sequence without gaps", seed)
                    .isEqualTo(payment.version() + transition.changes().size() + (follows == null ? 0 : 1));
            if (follows != null) {
                assertThat(Transitions.allows(payment.state(), follows.after().state()))
                        .as(
                                "seed %d: %s to %s",
                                seed, payment.state(), follows.after().state())
                        .isTrue();
            }
            payment = transition.payment();
            reached.add(payment.state());
            Modification after = transition.after();
            known.put(after.id(), after);
            assertThat(after.dueAt() != null)
                    .as("seed %d: it is due exactly while it is open or in doubt, %s", seed, after.state())
                    .isEqualTo(after.state().isOpen() || isDoubtful(transition));
            assertTotals(payment.totals());
            assertStates();
            assertWhatEndsStandsAlone();
            assertCapturedOnce();
        }

        /** One capture at a time, whose rest is not held any more; without it all is held again. */
        private void assertCapturedOnce() {
            boolean held = payment.state() == PaymentState.AUTHORIZED;
            assertThat(once
                            && (payment.state() == PaymentState.PARTIALLY_CAPTURED
                                    || (held && payment.releasedMinor() > 0)))
                    .as("seed %d: %s", seed, payment)
                    .isFalse();
            assertThat(payment.releasedMinor())
                    .as("seed %d: %s", seed, payment)
                    .isEqualTo(payment.state().isFinal() ? payment.totals().leftToCapture() : 0);
            if (once && held && payment.totals().captureReservedMinor() == 0) {
                assertThat(payment.lastAttempt().dueAt()).as("seed %d", seed).isEqualTo(payment.expiresAt());
                assertThat(payment.totals().leftToCapture())
                        .as("seed %d", seed)
                        .isEqualTo(payment.totals().authorizedMinor());
            }
        }

        /** Nothing is captured beside a void or a last capture: the channel would let go of it, or refuse it. */
        private void assertWhatEndsStandsAlone() {
            List<Modification> taking = known.values().stream()
                    .filter(one -> one.kind() == ModificationKind.CAPTURE || one.kind() == ModificationKind.VOID)
                    .filter(one -> one.state().isReserved())
                    .toList();
            assertThat(taking.size() == 1 || taking.stream().noneMatch(Modification::last))
                    .as("seed %d: %s", seed, taking)
                    .isTrue();
        }

        private boolean isDoubtful(ModificationTransition transition) {
            return transition.after().state() == ModificationState.SUCCEEDED
                    && Set.of(ModificationState.ABNORMAL, ModificationState.MANUAL)
                            .contains(transition.changes().getLast().from());
        }

        /** That nothing is exceeded is the totals' own rule: they cannot be made otherwise. */
        private void assertTotals(PaymentTotals totals) {
            long captured = done(ModificationKind.CAPTURE) - done(ModificationKind.CAPTURE_VOID);
            assertThat(totals)
                    .as("seed %d: the totals are the sums of what is known", seed)
                    .isEqualTo(new PaymentTotals(
                            totals.authorizedMinor(),
                            reserved(ModificationKind.CAPTURE) + reserved(ModificationKind.VOID),
                            payment.captureMethod() == io.sluice.core.payment.model.CaptureMethod.MANUAL
                                    ? captured
                                    : payment.amount().minor() - done(ModificationKind.CHARGE_VOID),
                            reserved(ModificationKind.REFUND)
                                    + reserved(ModificationKind.CAPTURE_VOID)
                                    + reserved(ModificationKind.CHARGE_VOID),
                            done(ModificationKind.REFUND)));
        }

        private void assertStates() {
            AttemptState attempt = payment.lastAttempt().state();
            AttemptState expected = switch (payment.state()) {
                case AUTHORIZED, PARTIALLY_CAPTURED -> AttemptState.AUTHORIZED;
                case REVERSED -> AttemptState.REVERSED;
                default -> AttemptState.SUCCEEDED;
            };
            assertThat(attempt).as("seed %d: %s", seed, payment.state()).isEqualTo(expected);
            assertThat(payment.state() == PaymentState.PARTIALLY_CAPTURED
                            && payment.totals().capturedMinor() == 0)
                    .as("seed %d: something is captured", seed)
                    .isFalse();
            assertThat(ChargeSafety.of(payment) == ChargeSafety.IN_DOUBT)
                    .as("seed %d: doubt is exactly while a capture or a void is under way", seed)
                    .isEqualTo(payment.totals().captureReservedMinor() > 0);
        }

        private long done(ModificationKind kind) {
            return sum(
                    kind,
                    one -> one.state() == ModificationState.SUCCEEDED,
                    one -> one.amount().minor());
        }

        private long reserved(ModificationKind kind) {
            return sum(kind, one -> one.state().isReserved(), Modification::reservedMinor);
        }

        private long sum(ModificationKind kind, Predicate<Modification> which, ToLongFunction<Modification> what) {
            return known.values().stream()
                    .filter(one -> one.kind() == kind)
                    .filter(which)
                    .mapToLong(what)
                    .sum();
        }
    }
}
