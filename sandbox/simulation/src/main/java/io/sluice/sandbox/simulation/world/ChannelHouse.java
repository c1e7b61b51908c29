package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All channels, with a book of their own. They keep what they promise: a number is charged once, no order comes into being
 * after its in-doubt window, and a closed order is never paid. Else they are slow, forgetful and sometimes wrong.
 */
public final class ChannelHouse {

    private static final Duration SAFE_SIDE = Duration.ofSeconds(15);
    private static final Duration LONGEST_DECISION = Duration.ofMinutes(25);
    private static final ChannelOutcome SYSTEM_ERROR = new Unknown("SYSTEM_ERROR", "try again later");

    private final SimulatedTime time;
    private final Trace trace;
    private final Chance chance;
    private final Duration inDoubtWindow;
    private final boolean reverses;
    private final double wrong;
    private final double broken;
    private final double silent;
    private final double hiding;
    private final double treacherous;
    private final double confused;
    private final boolean once;
    private final Duration undoesFor;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Consumer<Order>> notices = new ArrayList<>();
    private final List<Consumer<Order>> claims = new ArrayList<>();

    public ChannelHouse(SimulatedTime time, Trace trace, Chance chance) {
        this.time = time;
        this.trace = trace;
        this.chance = chance;
        this.inDoubtWindow = chance.of(0.6)
                ? chance.between(Duration.ofSeconds(40), Duration.ofMinutes(10))
                : chance.between(Duration.ofMinutes(10), Duration.ofMinutes(25));
        this.reverses = chance.of(0.3);
        this.wrong = chance.pick(List.of(0.0, 0.0, 0.05));
        this.broken = chance.pick(List.of(0.0, 0.05, 0.3));
        this.hiding = chance.pick(List.of(0.0, 0.3, 0.9));
        this.silent = chance.pick(List.of(0.0, 0.0, 0.3));
        this.treacherous = reverses ? 0.0 : chance.pick(List.of(0.0, 0.0, 0.0, 0.3));
        this.confused = reverses ? chance.pick(List.of(0.0, 0.0, 0.5)) : 0.0;
        this.once = chance.of(0.4);
        this.undoesFor = chance.pick(List.of(Duration.ZERO, Duration.ofMinutes(20), Duration.ofHours(8)));
    }

    /** For how long after its submission an order may still be unknown here. */
    public Duration inDoubtWindow() {
        return inDoubtWindow;
    }

    /** Whether orders are taken back here on demand; such channels call nobody back. */
    public boolean reverses() {
        return reverses;
    }

    /** Whether what is held is captured once: what the capture leaves is let go of with it. */
    public boolean capturesOnce() {
        return once;
    }

    /** For how long what was collected at once is undone. */
    public Duration undoesFor() {
        return undoesFor;
    }

    /** @param told of every order that was paid */
    public void onPaid(Consumer<Order> told) {
        notices.add(told);
    }

    /** @param told of every order that is said to be paid though it was taken back */
    public void onClaim(Consumer<Order> told) {
        claims.add(told);
    }

    /** All that is in the book. */
    public Collection<Order> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    public @Nullable Order order(String number) {
        return orders.get(number);
    }

    /** @param sentAt when the request left; what arrives too late to keep the promise is not taken */
    public ChannelOutcome pay(String account, PayOrder request, Instant sentAt) {
        return take(account, request, sentAt, null);
    }

    /** As {@link #pay}, to be collected later: not all channels say for how long they hold it. */
    public ChannelOutcome authorize(String account, PayOrder request, Instant sentAt) {
        Duration hold = chance.of(0.3) ? Duration.ZERO : chance.between(Duration.ofMinutes(30), Duration.ofDays(2));
        return take(account, request, sentAt, hold);
    }

    private ChannelOutcome take(String account, PayOrder request, Instant sentAt, @Nullable Duration hold) {
        Order known = orders.get(request.number());
        if (known != null) {
            return whatIsKnown(known);
        }
        Optional<Duration> room = room(sentAt);
        if (room.isEmpty() || chance.of(broken)) {
            return SYSTEM_ERROR;
        }
        Instant visible =
                time.instant().plus(chance.of(hiding) ? chance.between(Duration.ZERO, room.get()) : Duration.ZERO);
        Instant payable =
                chance.of(0.5) ? request.expiresAt() : request.expiresAt().plus(Duration.ofHours(2));
        Order order = new Order(request.number(), account, request.amount(), visible, payable, hold);
        orders.put(order.number(), order);
        decide(order);
        if (chance.of(silent)) {
            fallSilent(order);
        }
        return order.isSilent(time.instant()) ? SYSTEM_ERROR : whatIsKnown(order);
    }

    /** For how long what was sent then may stay hidden; empty when it has come too late to be taken at all. */
    Optional<Duration> room(Instant sentAt) {
        Duration late = Duration.between(sentAt, time.instant());
        return Optional.of(inDoubtWindow.minus(SAFE_SIDE).minus(late)).filter(Duration::isPositive);
    }

    /** Of some orders nothing is said for days. */
    private void fallSilent(Order order) {
        Duration first = chance.of(0.5) ? Duration.ZERO : chance.between(Duration.ZERO, LONGEST_DECISION);
        Instant from = time.instant().plus(first);
        order.beSilent(from, from.plus(chance.between(Duration.ofHours(1), Duration.ofDays(4))));
        time.later(time.world(), chance.between(Duration.ofMinutes(80), Duration.ofHours(6)), () -> payerPays(order));
    }

    private void decide(Order order) {
        double fate = chance.share();
        if (fate < 0.15) {
            charge(order);
        } else if (fate < 0.25) {
            giveUp(order, Order.State.DECLINED);
        } else if (fate < 0.80) {
            later(() -> payerPays(order));
        } else if (fate < 0.85) {
            later(() -> channelCloses(order));
        }
    }

    private void later(Runnable decision) {
        Duration longest = chance.of(0.5) ? Duration.ofSeconds(20) : LONGEST_DECISION;
        time.later(time.world(), chance.between(Duration.ofMillis(1), longest), decision);
    }

    private void payerPays(Order order) {
        if (order.isPayable(time.instant())) {
            charge(order);
        }
    }

    private void channelCloses(Order order) {
        if (order.state() == Order.State.OPEN) {
            giveUp(order, Order.State.CLOSED);
        }
    }

    /** Some channels take the money all the same, against their word, and say so. */
    private void giveUp(Order order, Order.State end) {
        order.goTo(end);
        if (!order.isToBeHeld() && chance.of(treacherous)) {
            time.later(time.world(), chance.between(Duration.ofSeconds(1), Duration.ofHours(3)), () -> {
                order.takeAgainstItsWord();
                charge(order);
            });
        }
    }

    private void charge(Order order) {
        order.charge(time.instant());
        time.stir();
        trace.step("the payer has paid %s of order %s, which is %s", order.amount(), order.number(), order.state());
        Instant until = order.heldUntil();
        if (until != null) {
            time.later(time.world(), Duration.between(time.instant(), until), () -> lapse(order));
        }
        if (!reverses) {
            notices.forEach(told -> told.accept(order));
        }
    }

    private void lapse(Order order) {
        if (order.captures().isHeld()) {
            order.captures().lapse();
            order.release();
            trace.step("order %s is held no longer", order.number());
        }
    }

    public ChannelOutcome inquire(OrderReference reference) {
        Order order = orders.get(reference.number());
        if (chance.of(broken) || isSilent(order)) {
            return SYSTEM_ERROR;
        }
        return order == null || !order.isVisible(time.instant()) ? new Absent("ORDER_NOT_EXIST") : wrongly(order);
    }

    public ChannelOutcome close(OrderReference reference) {
        Order order = orders.get(reference.number());
        if (chance.of(broken) || isSilent(order)) {
            return SYSTEM_ERROR;
        }
        if (order == null || !order.isVisible(time.instant())) {
            return new Absent("ORDER_NOT_EXIST");
        }
        channelCloses(order);
        return whatIsKnown(order);
    }

    private boolean isSilent(@Nullable Order order) {
        return order != null && order.isSilent(time.instant());
    }

    /** Closes an order that is open, for somebody who asks by telephone; null when there is none. */
    @Nullable Order closedByHand(String number) {
        Order order = orders.get(number);
        if (order != null) {
            channelCloses(order);
        }
        return order;
    }

    /** What was never seen here is taken back too: should it still arrive, it is not taken. */
    public ChannelOutcome reverse(String account, OrderReference reference) {
        if (chance.of(broken) || isSilent(orders.get(reference.number()))) {
            return SYSTEM_ERROR;
        }
        Order order = orders.computeIfAbsent(
                reference.number(),
                number -> new Order(number, account, reference.amount(), time.instant(), time.instant(), null));
        if (order.state() == Order.State.PAID && chance.of(0.3)) {
            return new Irreversible(order.amount(), reference(order));
        }
        order.takeBack();
        trace.step("order %s is taken back", order.number());
        if (!order.isToBeHeld() && chance.of(confused)) {
            time.later(time.world(), chance.between(Duration.ofSeconds(1), Duration.ofHours(3)), () -> claim(order));
        }
        return new Reversed("00");
    }

    /** Some say "paid" of what they took back: an answer that lay about. Their book knows better. */
    private void claim(Order order) {
        claims.forEach(told -> told.accept(order));
    }

    /** What is said of an order that was paid, and wrongly of one that was taken back. */
    ChannelOutcome paid(Order order) {
        return new Approved(order.amount(), reference(order));
    }

    /**
     * What a callback or an inquiry says, which at some channels is not always true of the amount; but of what was taken against
     * their word, for nobody asks about that.
     */
    ChannelOutcome wrongly(Order order) {
        boolean paid = order.state() == Order.State.PAID || order.state() == Order.State.HELD;
        if (paid && !order.isAgainstItsWord() && !isHealed() && chance.of(wrong)) {
            Money other = new Money(order.amount().minor() + 1, order.amount().currency());
            return order.isToBeHeld()
                    ? new Authorized(other, reference(order), order.heldUntil())
                    : new Approved(other, reference(order));
        }
        return whatIsKnown(order);
    }

    private boolean isHealed() {
        return time.elapsed().compareTo(Duration.ofHours(2)) > 0;
    }

    private ChannelOutcome whatIsKnown(Order order) {
        return switch (order.state()) {
            case OPEN -> new Pending(NextAction.qrCode("pay://" + order.number()), null);
            case PAID -> paid(order);
            case HELD -> new Authorized(order.amount(), reference(order), order.heldUntil());
            case DECLINED -> new Declined(false, "BALANCE_NOT_ENOUGH", "the payer's balance is too low");
            case CLOSED -> new Closed("ORDER_CLOSED");
            case REVERSED -> new Closed("ORDER_REVERSED");
            case RELEASED -> new Closed("HOLD_RELEASED");
        };
    }

    static String reference(Order order) {
        return "ref-" + order.number();
    }

    /** What an adapter says when nothing left. */
    public static ChannelOutcome notSent(String message) {
        return new NotSent(Fault.CHANNEL, "connection_failed", message);
    }
}
