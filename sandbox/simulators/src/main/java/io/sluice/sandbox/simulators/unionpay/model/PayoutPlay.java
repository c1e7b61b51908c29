package io.sluice.sandbox.simulators.unionpay.model;

import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.model.Playable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a payout goes; its {@code orderDesc} chooses it with {@code outcome=NAME}, or its amount does. */
public enum PayoutPlay implements Playable {
    PAID("paid after the usual delay; one honest notice"),
    PENDING("as paid, but after three times the delay: queries first say 05"),
    DECLINED("refused at once (30), nothing is kept"),
    INSUFFICIENT_FUNDS("refused at once, as if the account here lacked the money (64), nothing is kept"),
    FAILED("taken on, and the beneficiary's bank refuses it after the delay (60): only a query tells it"),
    SILENT("paid, but there is no notice: only a query reveals it"),
    TIMEOUT_PAID("paid, but the request is never answered and there is no notice: only a query reveals it"),
    TIMEOUT_FAILED("as failed, and the request is never answered"),
    TIMEOUT_NOT_SENT("the first request is never answered and nothing is kept; a repetition goes through"),
    BOUNCED("paid, and after three times the delay the beneficiary's bank gives it back (60); a notice of each");

    private final String description;

    PayoutPlay(String description) {
        this.description = description;
    }

    @Override
    public String description() {
        return description;
    }

    public static Optional<PayoutPlay> ofLabel(String label) {
        return Playable.ofLabel(values(), label);
    }

    public static PayoutPlay of(String description, long fen) {
        return Playable.markedIn(description)
                .flatMap(PayoutPlay::ofLabel)
                .or(() -> Arrays.stream(values())
                        .filter(one -> MagicAmounts.of(one).orElse(0) == fen)
                        .findFirst())
                .orElse(PAID);
    }

    /** Whether the request is never answered, though what it asks for is done or tried. */
    public boolean isUnanswered() {
        return this == TIMEOUT_PAID || this == TIMEOUT_FAILED;
    }

    /** Whether no notice follows. */
    public boolean isUnnoticed() {
        return isUnanswered() || this == SILENT;
    }

    /** The code with which it ends by itself. */
    ResponseCode end() {
        return this == FAILED || this == TIMEOUT_FAILED ? ResponseCode.ISSUER : ResponseCode.SUCCESS;
    }

    /** Null where it is taken on. */
    @Nullable ResponseCode refusal() {
        return switch (this) {
            case DECLINED -> ResponseCode.REFUSED;
            case INSUFFICIENT_FUNDS -> ResponseCode.FUNDS;
            default -> null;
        };
    }
}
