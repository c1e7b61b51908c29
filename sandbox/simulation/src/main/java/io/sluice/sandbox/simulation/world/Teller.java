package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Returned;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.money.Money;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import io.sluice.sandbox.simulation.world.Movement.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects, lets go of and gives back money at the channels. A number moves money once; beyond that it trusts whoever asks, and
 * moves more than there is if it is told to. Some payers' banks do not take the money, or send it back.
 */
public final class Teller {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(40);
    private static final Duration MUCH_LATER = Duration.ofDays(2);
    private static final ModificationOutcome SYSTEM_ERROR = new Unknown("SYSTEM_ERROR", "try again later");

    private final SimulatedTime time;
    private final Trace trace;
    private final Chance chance;
    private final ChannelHouse house;
    private final double broken;
    private final double wrong;
    private final double hiding;
    private final boolean saysReturned;
    private final Map<String, Movement> movements = new LinkedHashMap<>();
    private final Till till;
    private Consumer<Movement> notice = movement -> {};

    public Teller(SimulatedTime time, Trace trace, Chance chance, ChannelHouse house) {
        this.time = time;
        this.trace = trace;
        this.chance = chance;
        this.house = house;
        this.till = new Till(house, movements);
        this.broken = chance.pick(List.of(0.0, 0.05, 0.3));
        this.wrong = chance.pick(List.of(0.0, 0.0, 0.05));
        this.hiding = chance.pick(List.of(0.0, 0.3, 0.9, 0.9));
        this.saysReturned = chance.of(0.5);
    }

    /** @param told of every movement that came to an end, or to another one */
    void onEnded(Consumer<Movement> told) {
        notice = told;
    }

    /** All that is in the book. */
    public Collection<Movement> movements() {
        return Collections.unmodifiableCollection(movements.values());
    }

    public @Nullable Movement movement(String number) {
        return movements.get(number);
    }

    /** Times when more was asked for than was there. */
    public List<String> overdrawn() {
        return till.overdrawn();
    }

    /** @param sentAt when the request left; what arrives too late to keep the promise is not taken */
    public ModificationOutcome move(ModificationKind kind, String account, ModificationOrder request, Instant sentAt) {
        Movement known = movements.get(request.number());
        if (known != null) {
            return whatIsKnown(known);
        }
        Optional<Duration> room = house.room(sentAt);
        if (room.isEmpty() || chance.of(broken)) {
            return SYSTEM_ERROR;
        }
        Duration hidden = chance.of(hiding) ? chance.between(Duration.ZERO, room.get()) : Duration.ZERO;
        Movement movement = new Movement(kind, account, request, time.instant().plus(hidden));
        movements.put(movement.number(), movement);
        if (till.begin(movement)) {
            decide(movement);
        } else {
            end(movement, State.REFUSED);
        }
        return whatIsKnown(movement);
    }

    private void decide(Movement movement) {
        double fate = chance.share();
        if (fate < 0.25) {
            end(movement, State.DONE);
        } else if (fate < 0.55) {
            later(LATER, () -> end(movement, State.DONE));
        } else if (fate < 0.65) {
            end(movement, State.REFUSED);
        } else if (fate < 0.72) {
            later(LATER, () -> end(movement, State.REFUSED));
        } else if (fate < 0.95) {
            later(LATER, () -> payerDecides(movement, fate < 0.85));
        } else {
            later(MUCH_LATER, () -> end(movement, State.DONE));
        }
    }

    /** Captures and voids do not go to the payer's bank: there is nothing to be taken or sent back. */
    private void payerDecides(Movement movement, boolean stuck) {
        if (movement.kind() != ModificationKind.REFUND) {
            end(movement, State.DONE);
        } else if (stuck) {
            getStuck(movement);
        } else {
            bounce(movement);
        }
    }

    private void getStuck(Movement movement) {
        end(movement, State.STUCK);
        if (chance.of(0.6)) {
            later(
                    chance.of(0.5) ? AT_ONCE : MUCH_LATER,
                    () -> end(movement, chance.of(0.7) ? State.DONE : State.REFUSED));
        }
    }

    private void bounce(Movement movement) {
        end(movement, State.DONE);
        later(chance.of(0.5) ? AT_ONCE : MUCH_LATER, () -> end(movement, State.BOUNCED));
    }

    private void later(Duration longest, Runnable decision) {
        time.later(time.world(), chance.between(Duration.ofMillis(1), longest), decision);
    }

    private void end(Movement movement, State state) {
        till.end(movement, state);
        movement.goTo(state);
        time.stir();
        trace.step("%s %s of order %s is %s", movement.kind(), movement.number(), movement.orderNumber(), state);
        notice.accept(movement);
    }

    public ModificationOutcome inquire(ModificationOrder request) {
        Movement movement = movements.get(request.number());
        if (chance.of(broken)) {
            return SYSTEM_ERROR;
        }
        return movement == null || !movement.isVisible(time.instant())
                ? new Absent("RESOURCE_NOT_EXISTS")
                : wrongly(movement);
    }

    /** What a callback or an inquiry says, which at some channels is not always true of the amount. */
    ModificationOutcome wrongly(Movement movement) {
        if (movement.state() == State.DONE && !World.isAtPeace(time) && chance.of(wrong)) {
            Money other =
                    new Money(movement.amount().minor() + 1, movement.amount().currency());
            return new Succeeded(other, reference(movement));
        }
        return whatIsKnown(movement);
    }

    private ModificationOutcome whatIsKnown(Movement movement) {
        return switch (movement.state()) {
            case PROCESSING -> new Processing(reference(movement));
            case DONE -> new Succeeded(movement.amount(), reference(movement));
            case REFUSED -> new Refused("REFUND_CLOSED", "it was not given back");
            case STUCK -> new Abnormal("USER_ACCOUNT_ABNORMAL");
            case BOUNCED -> saysReturned ? new Returned("RETURNED") : new Abnormal("RETURNED");
        };
    }

    private static String reference(Movement movement) {
        return Till.reference(movement);
    }

    /** What an adapter says when nothing left. */
    public static ModificationOutcome notSent(String message) {
        return new NotSent(Fault.CHANNEL, "connection_failed", message);
    }
}
