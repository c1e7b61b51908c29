package io.sluice.sandbox.simulation.world;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.sandbox.simulation.time.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Two people who are called to what nobody knows. They read the channel's statement, and say what it says: sometimes late, so
 * that the channel's own word comes first, sometimes both at once.
 */
public final class Operators {

    private static final List<Actor> PEOPLE = List.of(Actor.operator("first"), Actor.operator("second"));

    /** Where operators decide. */
    public interface Desk {

        Mono<Decisions.Answer> decide(Actor operator, PaymentId payment, Decision decision);
    }

    /** What somebody decided, and the gateway said that it has been done. */
    public record Done(Actor by, PaymentId payment, Decision decision) {}

    private final World world;
    private final Chance chance;
    private final Desk desk;
    private final double diligence;
    private final List<Done> done = new ArrayList<>();

    public Operators(World world, Chance chance, Desk desk) {
        this.world = world;
        this.chance = chance;
        this.desk = desk;
        this.diligence = chance.pick(List.of(0.0, 0.5, 1.0));
    }

    public List<Done> done() {
        return List.copyOf(done);
    }

    /** From now on they look at what waits for them, and at once when the channel tells them of money. */
    public void begin() {
        PEOPLE.forEach(this::lookLater);
        world.house.onPaid(order -> PEOPLE.forEach(who -> soon(Duration.ofSeconds(5), () -> look(who))));
        world.house.onClaim(order -> PEOPLE.forEach(who -> soon(Duration.ofSeconds(10), () -> look(who))));
    }

    private void lookLater(Actor who) {
        Duration pause = chance.between(Duration.ofMinutes(20), Duration.ofHours(4));
        world.time.later(world.time.world(), pause, () -> {
            look(who);
            lookLater(who);
        });
    }

    private void soon(Duration longest, Runnable work) {
        world.time.later(world.time.world(), chance.between(Duration.ZERO, longest), work);
    }

    private void look(Actor who) {
        world.store
                .decisions
                .waiting()
                .filter(waiting -> chance.of(diligence))
                .flatMap(waiting -> world.store.payment(waiting.paymentId()).stream())
                .toList()
                .forEach(payment -> opinion(payment).ifPresent(decision -> say(who, payment.id(), decision)));
    }

    private Optional<Decision> opinion(Payment payment) {
        if (payment.state() == PaymentState.CONFLICTED) {
            return Optional.of(ofConflict(payment));
        }
        return payment.attempts().stream()
                .filter(attempt -> attempt.state() == AttemptState.MANUAL)
                .findFirst()
                .flatMap(this::statement);
    }

    /** First they look whether it came at all. The rest is of the payment's own number, so that both say the same. */
    private Decision ofConflict(Payment payment) {
        if (payment.attempts().stream().anyMatch(attempt -> attempt.isContradicted() && isInNoStatement(attempt))) {
            return new Decision(Decision.Kind.NOTHING_CAME, null, "no statement has it");
        }
        boolean delivered = payment.merchantOrderNo().hashCode() % 2 == 0;
        return delivered
                ? new Decision(Decision.Kind.KEEP, null, "the merchant has delivered")
                : new Decision(Decision.Kind.GIVE_BACK, null, "the merchant has not delivered");
    }

    private boolean isInNoStatement(PaymentAttempt attempt) {
        Order order = world.house.order(attempt.id().channelNumber());
        return order == null || order.charges() == 0;
    }

    /** What the statement says of the order; one that is still open is closed by hand first. What is held is in no statement. */
    private Optional<Decision> statement(PaymentAttempt attempt) {
        String number = attempt.id().channelNumber();
        Order order = world.house.closedByHand(number);
        if (order != null && order.state() == Order.State.HELD) {
            return Optional.empty();
        }
        return Optional.of(
                order != null && order.charges() > 0
                        ? new Decision(
                                Decision.Kind.CHARGED, ChannelHouse.reference(order), "the statement has " + number)
                        : new Decision(Decision.Kind.NOT_CHARGED, null, "no statement has " + number));
    }

    private void say(Actor who, PaymentId payment, Decision decision) {
        soon(
                Duration.ofSeconds(chance.of(0.5) ? 1 : 30),
                () -> desk.decide(who, payment, decision)
                        .timeout(Duration.ofSeconds(10))
                        .subscribe(answer -> answered(who, payment, decision, answer), error -> {}));
    }

    private void answered(Actor who, PaymentId payment, Decision decision, Decisions.Answer answer) {
        world.trace.step("%s said that %s is %s: %s", who.name(), payment, decision.kind(), answer);
        if (Objects.requireNonNull(answer) instanceof Decisions.Answer.Decided
                || answer instanceof Decisions.Answer.GivingBack) {
            done.add(new Done(who, payment, decision));
        }
    }
}
