package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.modification.json.ModificationReader;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentTotals;
import io.sluice.sandbox.simulation.world.Movement;
import io.sluice.sandbox.simulation.world.Requests.Told;
import io.sluice.sandbox.simulation.world.World;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Captures, voids and refunds happen as often as they were asked for, and never move more than there is. */
final class ModificationInvariants {

    private ModificationInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant(
                        "no more is captured than is held, and given back than was collected",
                        run -> run.world().teller.overdrawn().stream()),
                new Invariant(
                        "every capture, void and refund at a channel is one of ours", ModificationInvariants::unknown),
                new Invariant(
                        "captures, voids and refunds stand as they do at the channel",
                        ModificationInvariants::differing),
                new Invariant(
                        "a payment's totals are the sums of what was done to it", ModificationInvariants::misstated),
                new Invariant("what ended is not due any more", ModificationInvariants::dueAfterTheEnd),
                new Invariant("one key, one capture, void or refund", ModificationInvariants::severalOfAKey),
                new Invariant(
                        "nobody is told that the key of a capture, void or refund is another's",
                        run -> run.requests().wronglyReused().stream()),
                new Invariant(
                        "what the merchant was told of a capture, void or refund is true",
                        ModificationInvariants::untrue));
    }

    private static Stream<String> unknown(Run run) {
        return run.world().teller.movements().stream()
                .filter(movement -> modifications(run.world())
                        .noneMatch(known -> known.id().channelNumber().equals(movement.number())))
                .map(movement -> movement.kind() + " " + movement.number() + " of order " + movement.orderNumber()
                        + " is none of ours");
    }

    private static Stream<String> differing(Run run) {
        return modifications(run.world())
                .filter(known -> !agree(
                        known.state(), run.world().teller.movement(known.id().channelNumber())))
                .map(known -> known.publicId() + " is " + known.state() + ", but the channel has it "
                        + shown(run.world().teller.movement(known.id().channelNumber())));
    }

    private static boolean agree(ModificationState ours, @Nullable Movement theirs) {
        if (theirs == null) {
            return ours == ModificationState.FAILED;
        }
        return switch (theirs.state()) {
            case DONE -> ours == ModificationState.SUCCEEDED || ours == ModificationState.MANUAL;
            case REFUSED -> ours == ModificationState.FAILED || ours == ModificationState.MANUAL;
            case STUCK -> ours == ModificationState.MANUAL;
            case BOUNCED -> ours == ModificationState.RETURNED || ours == ModificationState.MANUAL;
            case PROCESSING -> ours.isOpen();
        };
    }

    private static String shown(@Nullable Movement movement) {
        return movement == null ? "not at all" : movement.state().name();
    }

    private static Stream<String> misstated(Run run) {
        return run.world().store.payments().stream()
                .filter(payment -> !isSumOf(
                        payment,
                        modifications(run.world())
                                .filter(known -> known.paymentId().equals(payment.id()))
                                .toList()))
                .map(payment -> payment.id() + " has " + payment.totals());
    }

    private static boolean isSumOf(Payment payment, List<Modification> known) {
        PaymentTotals totals = payment.totals();
        List<Modification> asked =
                known.stream().filter(one -> !one.givesBack()).toList();
        long captured = done(asked, ModificationKind.CAPTURE) - done(asked, ModificationKind.CAPTURE_VOID);
        return totals.captureReservedMinor()
                        == reserved(asked, ModificationKind.CAPTURE) + reserved(asked, ModificationKind.VOID)
                && (payment.captureMethod() == CaptureMethod.AUTOMATIC || totals.capturedMinor() == captured)
                && totals.refundReservedMinor()
                        == reserved(asked, ModificationKind.REFUND)
                                + reserved(asked, ModificationKind.CAPTURE_VOID)
                                + reserved(asked, ModificationKind.CHARGE_VOID)
                && totals.refundedMinor() == done(asked, ModificationKind.REFUND)
                && isHeld(payment, known);
    }

    /** What is in conflict is what came and is neither the merchant's nor with the payer again. */
    private static boolean isHeld(Payment payment, List<Modification> known) {
        List<Modification> givingBack =
                known.stream().filter(Modification::givesBack).toList();
        long charged =
                payment.attempts().stream().filter(PaymentAttempt::isCharged).count()
                        * payment.amount().minor();
        return payment.captureMethod() == CaptureMethod.MANUAL
                || (payment.totals().conflictedMinor()
                                == charged - payment.totals().capturedMinor()
                        && payment.totals().giveBackReservedMinor() == reserved(givingBack, ModificationKind.REFUND));
    }

    private static long reserved(List<Modification> known, ModificationKind kind) {
        return known.stream()
                .filter(one -> one.kind() == kind && one.state().isReserved())
                .mapToLong(Modification::reservedMinor)
                .sum();
    }

    private static long done(List<Modification> known, ModificationKind kind) {
        return known.stream()
                .filter(one -> one.kind() == kind && one.state() == ModificationState.SUCCEEDED)
                .mapToLong(one -> one.amount().minor())
                .sum();
    }

    private static Stream<String> dueAfterTheEnd(Run run) {
        return modifications(run.world())
                .filter(known -> !known.state().isOpen() && known.dueAt() != null)
                .map(known -> known.publicId() + " is " + known.state() + " and due at " + known.dueAt());
    }

    private static Stream<String> severalOfAKey(Run run) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        run.requests()
                .told()
                .forEach(told -> ids.computeIfAbsent(told.key(), key -> new LinkedHashSet<>())
                        .add(told.modification().publicId()));
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " has " + entry.getValue());
    }

    private static Stream<String> untrue(Run run) {
        Set<String> recorded = new LinkedHashSet<>();
        run.world().store.log().stream()
                .filter(event -> !event.type().startsWith("payment."))
                .map(event -> ModificationReader.modificationOfEvent(event.body()))
                .forEach(known -> recorded.add(statement(known)));
        return run.requests().told().stream()
                .filter(told -> !recorded.contains(statement(told.modification())))
                .map(Told::toString);
    }

    private static String statement(Modification known) {
        return known.publicId() + " over " + known.amount() + " is " + known.state() + " as of " + known.version();
    }

    private static Stream<Modification> modifications(World world) {
        return world.store.modifications.rows().stream();
    }
}
