package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.modification.json.ModificationReader;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.ledger.posting.model.Account;
import io.sluice.ledger.posting.model.JournalLine;
import io.sluice.ledger.posting.model.Side;
import io.sluice.sandbox.simulation.world.Movement;
import io.sluice.sandbox.simulation.world.Order;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The books say what the channels' book says. */
final class LedgerInvariants {

    private static final Set<String> BOOKED = Set.of("refund.succeeded", "refund.returned", "capture.succeeded");
    private static final Set<String> BOOKED_AT_ONCE = Set.of("payment.conflicted", "payment.succeeded");

    private static final Set<ModificationKind> UNDOING =
            EnumSet.of(ModificationKind.CAPTURE_VOID, ModificationKind.CHARGE_VOID);

    private LedgerInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("the books balance", LedgerInvariants::unbalanced),
                new Invariant("the books reject nothing", LedgerInvariants::rejected),
                new Invariant("each paid payment is booked once, and no other", LedgerInvariants::misbooked),
                new Invariant("fees are earned by what was captured", LedgerInvariants::misearned),
                new Invariant("channels owe what they took", LedgerInvariants::differing));
    }

    private static Stream<String> unbalanced(Run run) {
        long sum = run.world().books.lines().mapToLong(LedgerInvariants::signed).sum();
        return sum == 0 ? Stream.empty() : Stream.of("debits less credits are " + sum);
    }

    private static Stream<String> rejected(Run run) {
        return run.world().books.rejected().stream()
                .map(reject -> reject.event().type() + " of " + reject.event().paymentId() + ": " + reject.reason());
    }

    private static Stream<String> misbooked(Run run) {
        return run.world().store.payments().stream()
                .filter(payment -> run.world().books.of(payment.id()).count() != expected(run, payment))
                .map(payment -> payment.id() + " is " + payment.state() + " and has "
                        + run.world().books.of(payment.id()).count() + " entries");
    }

    /** Money of a conflict is held when it comes and released when it is decided whose it is. */
    private static long expected(Run run, Payment payment) {
        return run.world().store.events(payment.id()).stream()
                .filter(event -> isBooked(payment, event))
                .count();
    }

    /** Of what is held, each capture is booked, and each that is undone; of the rest, each charge that is. */
    private static boolean isBooked(Payment payment, PaymentEvent event) {
        boolean atOnce = payment.captureMethod() == CaptureMethod.AUTOMATIC;
        return BOOKED.contains(event.type())
                || (atOnce && BOOKED_AT_ONCE.contains(event.type()) && tells(OutcomeCode.PAID, event))
                || (atOnce && event.type().startsWith("payment.") && tells(OutcomeCode.NOTHING_CAME, event))
                || (event.type().equals("void.succeeded")
                        && UNDOING.contains(ModificationReader.modificationOfEvent(event.body())
                                .kind()));
    }

    /** And not of what was given back, or of an attempt that ended without. */
    private static boolean tells(OutcomeCode code, PaymentEvent event) {
        Payment payment = PaymentReader.paymentOfEvent(event.body());
        return payment.attempts().stream()
                .anyMatch(
                        attempt -> attempt.code() == code && attempt.updatedAt().equals(payment.updatedAt()));
    }

    /** A payment's fee is earned in the share that was captured; of what was collected at once all of it is. */
    private static Stream<String> misearned(Run run) {
        return run.world().store.payments().stream()
                .filter(payment -> payment.captureMethod() == CaptureMethod.MANUAL)
                .filter(payment -> earned(run, payment) != due(payment))
                .map(payment -> payment.id() + " earned " + earned(run, payment) + ", not " + due(payment));
    }

    private static long earned(Run run, Payment payment) {
        return -run.world()
                .books
                .of(payment.id())
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() instanceof Account.FeeIncome)
                .mapToLong(LedgerInvariants::signed)
                .sum();
    }

    private static long due(Payment payment) {
        return payment.fee().minor()
                * payment.totals().capturedMinor()
                / payment.amount().minor();
    }

    private static Stream<String> differing(Run run) {
        long taken = run.world().house.orders().stream()
                .mapToLong(Order::collectedMinor)
                .sum();
        long givenBack = run.world().teller.movements().stream()
                .filter(movement -> movement.kind() == ModificationKind.REFUND)
                .filter(movement -> movement.state() == Movement.State.DONE && isKnown(run, movement))
                .mapToLong(movement -> movement.amount().minor())
                .sum();
        long owed = run.world()
                .books
                .lines()
                .filter(line -> line.account() instanceof Account.ChannelReceivable)
                .mapToLong(LedgerInvariants::signed)
                .sum();
        long unclear = unclear(run);
        return taken - givenBack + unclear == owed
                ? Stream.empty()
                : Stream.of("the channels took " + taken + ", gave " + givenBack + " back, say that " + unclear
                        + " came that they had taken back, and owe " + owed);
    }

    /** What is held for people to find out that it never came. */
    private static long unclear(Run run) {
        return run.world().store.payments().stream()
                .flatMap(payment -> payment.attempts().stream()
                        .filter(PaymentAttempt::isCharged)
                        .map(attempt -> run.world().house.order(attempt.id().channelNumber()))
                        .filter(order -> ChannelInvariants.isUnclear(payment, order)))
                .mapToLong(order -> order.amount().minor())
                .sum();
    }

    /** What waits for people is in no book yet. */
    private static boolean isKnown(Run run, Movement movement) {
        return run.world().store.modifications.rows().stream()
                .noneMatch(row ->
                        row.id().channelNumber().equals(movement.number()) && row.state() == ModificationState.MANUAL);
    }

    private static long signed(JournalLine line) {
        return line.side() == Side.DEBIT
                ? line.amount().minor()
                : -line.amount().minor();
    }
}
