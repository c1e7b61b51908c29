package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.sandbox.simulation.time.Chance;
import java.util.List;
import java.util.Set;

/** What the channels tell the gateway by themselves: what was paid, and what became of money that was to be given back. */
public final class CallbackSender {

    private static final Set<ModificationState> DONE = Set.of(ModificationState.SUCCEEDED, ModificationState.RETURNED);

    /** What is undone at the channel is not yet so for a gateway that has not heard of it. */
    private static final Set<AttemptState> PAID_AND_UNDONE = Set.of(AttemptState.SUCCEEDED, AttemptState.REVERSED);

    private final World world;
    private final Chance chance;
    private final Courier courier;
    private final double silent;
    private final double forged;

    /** Sends from now on. */
    public static void begin(World world, Chance chance, Courier courier) {
        CallbackSender sender = new CallbackSender(world, chance, courier);
        world.house.onPaid(sender::paid);
        world.house.onClaim(sender::claimed);
        world.teller.onEnded(sender::moved);
    }

    private CallbackSender(World world, Chance chance, Courier courier) {
        this.world = world;
        this.chance = chance;
        this.courier = courier;
        this.silent = chance.pick(List.of(0.0, 0.3, 1.0));
        this.forged = chance.pick(List.of(0.0, 0.3));
    }

    private void paid(Order order) {
        OrderNews news = new OrderNews(world, order);
        if (order.isAgainstItsWord() || !chance.of(silent)) {
            courier.bring(news);
        }
        if (chance.of(forged)) {
            courier.forge(news);
        }
    }

    /** Only of what the gateway knows to be taken back: as long as it is taking it back, it hears nothing else. */
    private void claimed(Order order) {
        AttemptId id = AttemptId.ofChannelNumber(order.number());
        world.store
                .ofAttempt(id)
                .filter(payment -> payment.attempt(id).state() == AttemptState.REVERSED)
                .ifPresent(payment -> {
                    order.claimInVain();
                    courier.bring(new ClaimNews(world, order, id));
                });
    }

    /** Money that came back is always told of: nobody asks for it any more. */
    private void moved(Movement movement) {
        MovementNews news = new MovementNews(world, movement);
        if (movement.state() == Movement.State.BOUNCED || !chance.of(silent)) {
            courier.bring(news);
        }
        if (chance.of(forged)) {
            courier.forge(news);
        }
    }

    private record OrderNews(World world, Order order) implements Courier.News {

        @Override
        public String account() {
            return order.account();
        }

        @Override
        public CallbackReading written(String callbackId) {
            return new Authentic(callbackId, order.number(), world.house.wrongly(order));
        }

        @Override
        public boolean hasEffect(CallbackReading said) {
            return switch (((Authentic) said).outcome()) {
                case ChannelOutcome.Approved(var paid, var _) ->
                    paid.equals(order.amount())
                            && isIn(order.isUndone() ? PAID_AND_UNDONE : Set.of(AttemptState.SUCCEEDED));
                case ChannelOutcome.Authorized(var held, var _, var _) ->
                    held.equals(order.amount())
                            && isIn(Set.of(AttemptState.AUTHORIZED, AttemptState.SUCCEEDED, AttemptState.REVERSED));
                default -> false;
            };
        }

        private boolean isIn(Set<AttemptState> states) {
            AttemptId attempt = AttemptId.ofChannelNumber(order.number());
            return world.store.ofAttempt(attempt).stream()
                    .flatMap(payment -> payment.attempts().stream())
                    .anyMatch(known -> known.id().equals(attempt) && states.contains(known.state()));
        }
    }

    private record ClaimNews(World world, Order order, AttemptId attempt) implements Courier.News {

        @Override
        public String account() {
            return order.account();
        }

        @Override
        public CallbackReading written(String callbackId) {
            return new Authentic(callbackId, order.number(), world.house.paid(order));
        }

        /** It is a conflict, or was one. */
        @Override
        public boolean hasEffect(CallbackReading said) {
            return world.store.ofAttempt(attempt).stream()
                    .map(payment -> payment.attempt(attempt))
                    .anyMatch(known -> known.isContradicted() || known.code() == OutcomeCode.NOTHING_CAME);
        }
    }

    private record MovementNews(World world, Movement movement) implements Courier.News {

        @Override
        public String account() {
            return movement.account();
        }

        @Override
        public CallbackReading written(String callbackId) {
            return new OfModification(
                    callbackId, movement.number(), movement.orderNumber(), world.teller.wrongly(movement));
        }

        @Override
        public boolean hasEffect(CallbackReading said) {
            return !(said instanceof OfModification(var _, var number, var _, ModificationOutcome.Succeeded done))
                    || (done.moved().equals(movement.amount()) && isDone(number));
        }

        private boolean isDone(String number) {
            return world.store.modifications.rows().stream()
                    .anyMatch(row ->
                            row.id().equals(ModificationId.ofChannelNumber(number)) && DONE.contains(row.state()));
        }
    }
}
