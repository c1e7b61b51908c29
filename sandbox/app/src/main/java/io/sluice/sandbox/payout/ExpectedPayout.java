package io.sluice.sandbox.payout;

import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a payout must come to when its channel plays an outcome: the promise that {@code ./sluice matrix} holds the gateway to. */
public final class ExpectedPayout {

    private ExpectedPayout() {}

    /** The state in which it is when nothing more happens by itself. */
    public static String end(PayoutPlay outcome) {
        return switch (outcome) {
            case PAID, PENDING, SILENT, TIMEOUT_PAID, TIMEOUT_NOT_SENT -> "SUCCEEDED";
            case DECLINED, INSUFFICIENT_FUNDS, FAILED, TIMEOUT_FAILED -> "FAILED";
            case BOUNCED -> "RETURNED";
        };
    }

    /** @throws SandboxException when no payout can meet with that */
    public static PayoutPlay required(String label) {
        return PayoutPlay.ofLabel(label)
                .orElseThrow(() -> new SandboxException("a payout has no outcome '%s'; there are %s"
                        .formatted(
                                label,
                                Arrays.stream(PayoutPlay.values())
                                        .map(PayoutPlay::label)
                                        .collect(Collectors.joining(", ")))));
    }
}
