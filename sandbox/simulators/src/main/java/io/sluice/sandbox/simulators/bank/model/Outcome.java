package io.sluice.sandbox.simulators.bank.model;

import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transaction meets with: chosen by number, by {@code outcome=NAME} in DE 43, by its {@link MagicAmounts amount}, or as usual. */
public enum Outcome implements Playable {
    APPROVED("approved at once", null, Delivery.RIGHT),
    PARTIAL_APPROVAL("half of the amount is approved (10)", Codes.PARTLY, Delivery.RIGHT),
    DECLINED("declined softly (05)", Codes.DECLINED, Delivery.RIGHT),
    INSUFFICIENT_FUNDS("declined softly (51)", "51", Delivery.RIGHT),
    STOLEN("declined for good (43)", "43", Delivery.RIGHT),
    UNAVAILABLE("not processed (91): another channel may be tried", Codes.UNAVAILABLE, Delivery.RIGHT),
    SYSTEM_ERROR("answered 96, nothing done", Codes.SYSTEM_ERROR, Delivery.RIGHT),
    ERROR_AFTER("done, and answered 96", null, Delivery.RIGHT),
    TIMEOUT_NOT_CHARGED("never answered, nothing done", Codes.SYSTEM_ERROR, Delivery.NEVER),
    TIMEOUT_CHARGED("done and never answered", null, Delivery.NEVER),
    CHARGED_LATE("done, and answered when nobody waits any more", null, Delivery.LATE),
    DROP_BEFORE("the connection is cut, nothing done", Codes.SYSTEM_ERROR, Delivery.CUT),
    DROP_AFTER("done, and the connection is cut", null, Delivery.CUT),
    DUPLICATE("approved; the answer comes three times", null, Delivery.REPEATED),
    PARTIAL_FRAME("done; half an answer comes and the connection is cut", null, Delivery.HALF),
    GARBAGE("done; the answer is unreadable", null, Delivery.GARBAGE),
    BAD_MAC("done; the answer's MAC is wrong", null, Delivery.FORGED);

    private final String description;
    private final @Nullable String refusal;
    private final Delivery delivery;

    Outcome(String description, @Nullable String refusal, Delivery delivery) {
        this.description = description;
        this.refusal = refusal;
        this.delivery = delivery;
    }

    @Override
    public String description() {
        return description;
    }

    /** The code with which nothing, or only a part, is done; null when all is done. */
    @Nullable String refusal() {
        return refusal;
    }

    public Delivery delivery() {
        return delivery;
    }

    public static Optional<Outcome> ofLabel(String label) {
        return Playable.ofLabel(values(), label);
    }
}
