package io.sluice.core.modification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.MerchantId;
import io.sluice.core.modification.Modifications.Creation;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationFixtures;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every implementation of {@link Modifications} does, over payments in the same store. */
public abstract class ModificationsContract extends GivingBackContract {

    private static final Instant LATER = PaymentFixtures.NOW.plusSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Test
    void createsWithWhatIsReservedAndTheEvent() {
        Payment paid = paid();
        Modification refund = created(paid, 400L, "k1");

        assertThat(find(refund)).isEqualTo(refund);
        assertThat(current(paid).totals().refundReservedMinor()).isEqualTo(400);
        assertThat(current(paid).version()).isEqualTo(paid.version() + 1);
        assertThat(types(paid)).endsWith("refund.created");
        assertThat(modifications()
                        .list(paid.merchantId(), Set.of(ModificationKind.REFUND), paid.id(), null, 10)
                        .collectList()
                        .block(LIMIT))
                .containsExactly(refund);
    }

    @Test
    void aSuccessMovesWhatWasReservedAndAReturnReleasesIt() {
        Payment paid = paid();
        Modification refund = created(paid, null, "k1");
        Modification done = concluded(refund, new ModificationOutcome.Succeeded(refund.amount(), "5030001"));
        assertThat(done.state()).isEqualTo(ModificationState.SUCCEEDED);
        assertThat(current(paid).totals().refundedMinor()).isEqualTo(1500);

        assertThat(concluded(done, new ModificationOutcome.Returned("ABNORMAL")).state())
                .isEqualTo(ModificationState.RETURNED);
        assertThat(current(paid).totals().leftToRefund()).isEqualTo(1500);
        assertThat(types(paid)).endsWith("refund.created", "refund.succeeded", "refund.returned");
    }

    @Test
    void aSuccessThatIsHeardOfAfterItsDenialIsDue() {
        Modification refund = created(paid(), 100L, "k1");
        Modification denied = concluded(refund, new ModificationOutcome.Abnormal("RETURNED"));
        Modification done = concluded(denied, new ModificationOutcome.Succeeded(refund.amount(), "5030001"));

        assertThat(find(done).state()).isEqualTo(ModificationState.SUCCEEDED);
        assertThat(find(done).dueAt()).isNotNull().isEqualTo(done.dueAt());
        assertThat(mine(modifications().takeDue(done.dueAt(), LEASE, 1000).block(LIMIT), done))
                .hasSize(1);
    }

    @Test
    void theSameRequestIsAnsweredAsItWasAtFirst() {
        Payment paid = paid();
        RequestModification command = ModificationFixtures.command(paid, 100L, "k1");
        Modification refund = ((Creation.Created) create(paid, command)).modification();
        Creation early = create(current(paid), command);
        assertThat(((Creation.Replayed) early).modification().state()).isEqualTo(ModificationState.SENT);

        concluded(refund, new ModificationOutcome.Processing("5030001"));
        concluded(find(refund), new ModificationOutcome.Succeeded(refund.amount(), "5030001"));
        assertThat(((Creation.Replayed) create(current(paid), command))
                        .modification()
                        .state())
                .isEqualTo(ModificationState.PROCESSING);
        assertThat(create(paid, command)).as("even on an old version").isInstanceOf(Creation.Replayed.class);

        RequestModification otherBody = new RequestModification(
                ModificationKind.REFUND,
                paid.merchantId(),
                paid.id(),
                null,
                200L,
                false,
                null,
                new IdempotencyKey(Objects.requireNonNull(command.idempotency()).route(), "k1", new byte[] {1}));
        assertThat(create(current(paid), otherBody)).isInstanceOf(Creation.KeyReused.class);
        assertThat(current(paid).totals().refundReservedMinor()).isZero();
    }

    @Test
    void whoComesWithAnOldVersionLeavesNothing() {
        Payment paid = paid();
        created(paid, 100L, "k1");
        Creation late = create(paid, ModificationFixtures.command(paid, 1500L, "k2"));

        assertThat(((Creation.Stale) late).current()).isEqualTo(current(paid));
        assertThat(modifications()
                        .claimed(
                                paid.merchantId(),
                                ModificationFixtures.command(paid, 1500L, "k2").idempotency())
                        .block(LIMIT))
                .as("the key is not used up")
                .isNull();
    }

    /** Two processes, 64 callers, none of whom waits for another. */
    @Test
    void sixtyFourAtOnceNeverExceedThePayment() {
        Payment paid = paid();
        Reservations here = new Reservations(
                modifications(),
                payments(),
                ModificationFixtures.SEVERAL,
                new Turns<>(),
                Clock.fixed(LATER, ZoneOffset.UTC));
        Reservations there = new Reservations(
                otherInstance(),
                payments(),
                ModificationFixtures.SEVERAL,
                new Turns<>(),
                Clock.fixed(LATER, ZoneOffset.UTC));
        List<Reservation> answers = Flux.range(0, 64)
                .flatMap(i -> (i % 2 == 0 ? here : there).reserve(ModificationFixtures.command(paid, 40L, "k" + i)), 64)
                .collectList()
                .block(LIMIT);

        assertThat(answers).filteredOn(Reservation.Reserved.class::isInstance).hasSize(1500 / 40);
        assertThat(answers)
                .filteredOn(Reservation.Refused.class::isInstance)
                .hasSize(64 - 1500 / 40)
                .allSatisfy(refusal -> assertThat(
                                ((Reservation.Refused) refusal).refusal().code())
                        .isEqualTo("refund_exceeds_payment"));
        assertThat(modifications()
                        .list(paid.merchantId(), Set.of(ModificationKind.REFUND), paid.id(), null, 99)
                        .map(refund -> refund.amount().minor())
                        .reduce(0L, Long::sum)
                        .block(LIMIT))
                .isEqualTo(1480);
        assertThat(current(paid).totals().refundReservedMinor()).isEqualTo(1480);
        assertThat(sequences(paid))
                .isEqualTo(IntStream.rangeClosed(1, current(paid).version())
                        .boxed()
                        .toList());
    }

    @Test
    void whatIsDueIsTakenOnceAndPostponed() {
        Payment paid = paid();
        Modification refund = created(paid, 100L, "k1");
        Instant due = refund.dueAt();
        List<Modification> taken = new ArrayList<>();
        taken.addAll(mine(modifications().takeDue(due, LEASE, 1000).block(LIMIT), refund));
        taken.addAll(mine(otherInstance().takeDue(due, LEASE, 1000).block(LIMIT), refund));

        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().inquiries()).isEqualTo(1);
        modifications().postpone(taken.getFirst(), due.plusSeconds(5)).block(LIMIT);
        assertThat(find(refund).dueAt()).isEqualTo(due.plusSeconds(5));
        modifications().wake(find(refund), due).block(LIMIT);
        assertThat(find(refund).dueAt()).isEqualTo(due);
    }

    // ---------------------------------------------------------------------------------------------------------------

    protected final Payment paid() {
        AcceptPayment command =
                PaymentFixtures.command(MerchantId.next(), UUID.randomUUID().toString(), "{}");
        Transition acceptance = PaymentFixtures.acceptance(command);
        Payment accepted = acceptance.after();
        return payments()
                .accept(acceptance, command.idempotency())
                .then(payments().record(ModificationFixtures.paid(accepted)))
                .then(payments().find(accepted.merchantId(), accepted.id()))
                .block(LIMIT);
    }

    private Creation create(Payment payment, RequestModification command) {
        return modifications()
                .create(ModificationFixtures.reserved(payment, command), command.idempotency())
                .block(LIMIT);
    }

    private Modification created(Payment payment, @Nullable Long amount, String key) {
        return ((Creation.Created) create(payment, ModificationFixtures.command(payment, amount, key))).modification();
    }

    private Modification find(Modification refund) {
        return modifications().find(refund.merchantId(), refund.id()).block(LIMIT);
    }

    private List<Modification> mine(List<Modification> taken, Modification refund) {
        return taken.stream().filter(one -> one.id().equals(refund.id())).toList();
    }
}
