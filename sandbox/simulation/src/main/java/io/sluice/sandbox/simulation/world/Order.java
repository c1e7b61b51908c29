package io.sluice.sandbox.simulation.world;

import io.sluice.core.money.Money;
import java.time.Instant;

/** An order in a channel's own book. */
public final class Order {

    /** Where an order stands at its channel. */
    public enum State {
        OPEN,
        PAID,
        DECLINED,
        CLOSED,
        REVERSED
    }

    private final String number;
    private final String account;
    private final Money amount;
    private final Instant visibleFrom;
    private final Instant payableUntil;
    private State state = State.OPEN;
    private int charges;
    private Instant silentFrom = Instant.MAX;
    private Instant silentUntil = Instant.MAX;
    private boolean againstItsWord;

    Order(String number, String account, Money amount, Instant visibleFrom, Instant payableUntil) {
        this.number = number;
        this.account = account;
        this.amount = amount;
        this.visibleFrom = visibleFrom;
        this.payableUntil = payableUntil;
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

    void charge() {
        charges++;
        state = State.PAID;
    }

    /** Gives the payer back what was taken, if anything was. */
    void takeBack() {
        charges = 0;
        state = State.REVERSED;
    }

    void goTo(State next) {
        state = next;
    }
}
