package io.sluice.sandbox.simulation.world;

import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in a channel's own book. */
public final class Order {

    /** Where an order stands at its channel. */
    public enum State {
        OPEN,
        PAID,
        /** The payer's money is set aside. */
        HELD,
        DECLINED,
        CLOSED,
        REVERSED,
        /** It was held, and nothing of it was collected. */
        RELEASED
    }

    private final String number;
    private final String account;
    private final Money amount;
    private final Instant visibleFrom;
    private final Instant payableUntil;
    private final @Nullable Duration hold;
    private final Captures captures;
    private State state = State.OPEN;
    private @Nullable Instant heldUntil;
    private int charges;
    private Instant silentFrom = Instant.MAX;
    private Instant silentUntil = Instant.MAX;
    private boolean againstItsWord;
    private boolean claimedInVain;
    private boolean undone;

    /** @param hold how long money is held before it is collected; null when it is collected at once, zero when for ever */
    Order(
            String number,
            String account,
            Money amount,
            Instant visibleFrom,
            Instant payableUntil,
            @Nullable Duration hold) {
        this.number = number;
        this.account = account;
        this.amount = amount;
        this.visibleFrom = visibleFrom;
        this.payableUntil = payableUntil;
        this.hold = hold;
        this.captures = new Captures(amount.minor());
    }

    public String number() {
        return number;
    }

    public String account() {
        return account;
    }

    public Money amount() {
        return amount;
    }

    public State state() {
        return state;
    }

    /** How often the payer's money was taken. */
    public int charges() {
        return charges;
    }

    /** Whether the channel took the money though it had said that it would not. */
    public boolean isAgainstItsWord() {
        return againstItsWord;
    }

    void takeAgainstItsWord() {
        againstItsWord = true;
    }

    /** Whether the channel says that it was paid after it was taken back, and nothing was. */
    public boolean isClaimedInVain() {
        return claimedInVain;
    }

    void claimInVain() {
        claimedInVain = true;
    }

    void beSilent(Instant from, Instant until) {
        silentFrom = from;
        silentUntil = until;
    }

    /** Whether the channel answers no question about it. */
    boolean isSilent(Instant now) {
        return !now.isBefore(silentFrom) && now.isBefore(silentUntil);
    }

    boolean isVisible(Instant now) {
        return !now.isBefore(visibleFrom);
    }

    boolean isPayable(Instant now) {
        return state == State.OPEN && now.isBefore(payableUntil);
    }

    /** Takes the payer's money, or sets it aside where it is to be collected later. */
    void charge(Instant now) {
        charges++;
        state = isToBeHeld() ? State.HELD : State.PAID;
        heldUntil = hold == null || hold.isZero() ? null : now.plus(hold);
    }

    /** Whether money is set aside first, and collected by captures. */
    public boolean isToBeHeld() {
        return hold != null;
    }

    /** When the channel lets go of what it holds; null when it does not by itself. */
    @Nullable Instant heldUntil() {
        return heldUntil;
    }

    /** What is held and collected of it. */
    public Captures captures() {
        return captures;
    }

    /** Lets go of what is held. */
    void release() {
        captures.release();
        if (captures.isUntouched()) {
            charges = 0;
            state = State.RELEASED;
        }
    }

    /** What the channel has collected, in minor units. */
    public long collectedMinor() {
        return isToBeHeld() ? captures.capturedMinor() : charges * amount.minor();
    }

    /** Gives the payer back what was taken, if anything was. */
    void takeBack() {
        charges = 0;
        state = State.REVERSED;
    }

    /** As if it had never been paid: whatever is asked of it from now on is more than there is. */
    void undo() {
        undone = true;
        takeBack();
    }

    /** Whether it was paid, and the merchant had that undone. */
    public boolean isUndone() {
        return undone;
    }

    void goTo(State next) {
        state = next;
    }
}
