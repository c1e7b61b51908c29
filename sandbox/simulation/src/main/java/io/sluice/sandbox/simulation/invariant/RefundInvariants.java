package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.modification.json.ModificationReader;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.world.Movement;
import io.sluice.sandbox.simulation.world.Returns.Told;
import io.sluice.sandbox.simulation.world.World;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money goes back as often as it was asked for, and never more than came. */
final class RefundInvariants {

    private RefundInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("no more is given back than was paid", run -> run.world().teller.overdrawn().stream()),
                new Invariant("every refund at a channel is one of ours", RefundInvariants::unknown),
                new Invariant("refunds stand as they do at the channel", RefundInvariants::differing),
                new Invariant("a payment's totals are the sums of its refunds", RefundInvariants::misstated),
                new Invariant("one key, one refund", RefundInvariants::severalOfAKey),
                new Invariant(
                        "nobody is told that a refund's key is another's",
                        run -> run.returns().wronglyReused().stream()),
                new Invariant("what the merchant was told of a refund is true", RefundInvariants::untrue));
    }

    private static Stream<String> unknown(Run run) {
        return run.world().teller.movements().stream()
                .filter(movement -> refunds(run.world())
                        .noneMatch(refund -> refund.id().channelNumber().equals(movement.number())))
                .map(movement -> movement.number() + " of order " + movement.orderNumber() + " is no refund of ours");
    }

    private static Stream<String> differing(Run run) {
        return refunds(run.world())
                .filter(refund -> !agree(
                        refund.state(), run.world().teller.movement(refund.id().channelNumber())))
                .map(refund -> refund.publicId() + " is " + refund.state() + ", but the channel has it "
                        + shown(run.world().teller.movement(refund.id().channelNumber())));
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
                .filter(payment -> payment.totals().refundReservedMinor()
                                != sum(run, payment, refund -> refund.state().isReserved())
                        || payment.totals().refundedMinor()
                                != sum(run, payment, refund -> refund.state() == ModificationState.SUCCEEDED))
                .map(payment -> payment.id() + " has " + payment.totals());
    }

    private static long sum(Run run, Payment payment, Predicate<Modification> which) {
        return refunds(run.world())
                .filter(refund -> refund.paymentId().equals(payment.id()))
                .filter(which)
                .mapToLong(refund -> refund.amount().minor())
                .sum();
    }

    private static Stream<String> severalOfAKey(Run run) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        run.returns()
                .told()
                .forEach(told -> ids.computeIfAbsent(told.key(), key -> new LinkedHashSet<>())
                        .add(told.refund().publicId()));
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " has " + entry.getValue());
    }

    private static Stream<String> untrue(Run run) {
        Set<String> recorded = new LinkedHashSet<>();
        run.world().store.log().stream()
                .filter(event -> event.type().startsWith("refund."))
                .map(event -> ModificationReader.modificationOfEvent(event.body()))
                .forEach(refund -> recorded.add(statement(refund)));
        return run.returns().told().stream()
                .filter(told -> !recorded.contains(statement(told.refund())))
                .map(Told::toString);
    }

    private static String statement(Modification refund) {
        return refund.publicId() + " over " + refund.amount() + " is " + refund.state() + " as of " + refund.version();
    }

    private static Stream<Modification> refunds(World world) {
        return world.store.modifications.rows().stream().filter(row -> row.kind() == ModificationKind.REFUND);
    }
}
