package io.sluice.sandbox.simulators.bank.model;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transaction meets with: chosen by number, by {@code outcome=NAME} in DE 43, by its amount, or as usual. */
public enum Outcome implements Playable {
    APPROVED(0, "approved at once", null, Delivery.RIGHT),
    PARTIAL_APPROVAL(9010, "half of the amount is approved (10)", Codes.PARTLY, Delivery.RIGHT),
    DECLINED(9005, "declined softly (05)", Codes.DECLINED, Delivery.RIGHT),
    INSUFFICIENT_FUNDS(9051, "declined softly (51)", "51", Delivery.RIGHT),
    STOLEN(9043, "declined for good (43)", "43", Delivery.RIGHT),
    UNAVAILABLE(9091, "not processed (91): another channel may be tried", Codes.UNAVAILABLE, Delivery.RIGHT),
    SYSTEM_ERROR(9096, "answered 96, nothing done", Codes.SYSTEM_ERROR, Delivery.RIGHT),
    ERROR_AFTER(9097, "done, and answered 96", null, Delivery.RIGHT),
    TIMEOUT_NOT_CHARGED(9068, "never answered, nothing done", Codes.SYSTEM_ERROR, Delivery.NEVER),
    TIMEOUT_CHARGED(9098, "done and never answered", null, Delivery.NEVER),
    CHARGED_LATE(9099, "done, and answered when nobody waits any more", null, Delivery.LATE),
    DROP_BEFORE(9070, "the connection is cut, nothing done", Codes.SYSTEM_ERROR, Delivery.CUT),
    DROP_AFTER(9071, "done, and the connection is cut", null, Delivery.CUT),
    DUPLICATE(9072, "approved; the answer comes three times", null, Delivery.REPEATED),
    PARTIAL_FRAME(9073, "done; half an answer comes and the connection is cut", null, Delivery.HALF),
    GARBAGE(9074, "done; the answer is unreadable", null, Delivery.GARBAGE),
    BAD_MAC(9075, "done; the answer's MAC is wrong", null, Delivery.FORGED);

    private final long magicMinor;
    private final String description;
    private final @Nullable String refusal;
    private final Delivery delivery;

    Outcome(long magicMinor, String description, @Nullable String refusal, Delivery delivery) {
        this.magicMinor = magicMinor;
        this.description = description;
        this.refusal = refusal;
        this.delivery = delivery;
    }

    @Override
    public String description() {
        return magicMinor == 0 ? description : description + "; also by an amount of " + magicMinor + " minor units";
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

    /** @param amount DE 4 */
    public static Optional<Outcome> ofAmount(String amount) {
        return Arrays.stream(values())
                .filter(one -> one.magicMinor != 0 && amount.equals("%012d".formatted(one.magicMinor)))
                .findFirst();
    }
}
