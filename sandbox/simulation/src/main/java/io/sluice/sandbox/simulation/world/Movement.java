package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money of an order that is moved after it was paid or held, in a channel's own book. */
public final class Movement {

    /** Where it stands at its channel. */
    public enum State {
        PROCESSING,
        DONE,
        REFUSED,
        /** The payer's bank does not take it. */
        STUCK,
        /** It was done, and came back. */
        BOUNCED
    }

    private final ModificationKind kind;
    private final String account;
    private final ModificationOrder request;
    private final Instant visibleFrom;
    private State state = State.PROCESSING;

    Movement(ModificationKind kind, String account, ModificationOrder request, Instant visibleFrom) {
        this.kind = kind;
        this.account = account;
        this.request = request;
        this.visibleFrom = visibleFrom;
    }

    public ModificationKind kind() {
        return kind;
    }

    public String number() {
        return request.number();
    }

    public String orderNumber() {
        return request.orderNumber();
    }

    public Money amount() {
        return request.amount();
    }

    /** The channel's own number of what is moved. */
    @Nullable String reference() {
        return request.reference();
    }

    /** Of a capture: no other follows. */
    boolean isLast() {
        return request.last();
    }

    public State state() {
        return state;
    }

    /** Whether the money is moved, or may be yet. */
    public boolean counts() {
        return switch (state) {
            case PROCESSING, DONE, STUCK -> true;
            case REFUSED, BOUNCED -> false;
        };
    }

    String account() {
        return account;
    }

    boolean isVisible(Instant now) {
        return !now.isBefore(visibleFrom);
    }

    void goTo(State next) {
        state = next;
    }
}
