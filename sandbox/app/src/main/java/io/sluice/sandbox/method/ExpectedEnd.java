package io.sluice.sandbox.method;

import io.sluice.sandbox.place.Simulator;
import java.util.List;
import java.util.Set;

/** Where a payment must come to when its channel plays an outcome: the promise that {@code ./sluice matrix} holds the gateway to. */
public final class ExpectedEnd {
    private static final Set<String> REFUSED =
            Set.of("declined", "insufficient-funds", "stolen", "unavailable", "timeout-not-charged", "system-error");

    /** What a bank's host leaves unanswered, or answers in a way that cannot be believed, is taken back there. */
    private static final Set<String> TAKEN_BACK = Set.of(
            "timeout-charged",
            "error-after",
            "drop-before",
            "drop-after",
            "partial-frame",
            "garbage",
            "bad-mac",
            "partial-approval");

    /** What leaves a payment open until it expires, where its payer begins it himself and may do so until then. */
    private static final Set<String> LEFT_OPEN = Set.of("never", "declined", "timeout-not-charged");

    private static final Set<String> CUTS = Set.of("drop-before", "drop-after", "partial-frame", "garbage", "bad-mac");

    private ExpectedEnd() {}

    /** The states of which the payment is in one when nothing more happens by itself. */
    public static List<String> of(SandboxMethod method, String outcome) {
        // When its time is over, an inquiry finds that there is no such order, or a close does: whichever is first.
        return method == SandboxMethod.ALIPAY_QR && outcome.equals("timeout-not-charged")
                ? List.of("CLOSED", "FAILED")
                : List.of(only(method, outcome));
    }

    private static String only(SandboxMethod method, String outcome) {
        if (isNeverBrought(method, outcome)) {
            return "CLOSED";
        }
        if (REFUSED.contains(outcome)) {
            return "FAILED";
        }
        if (outcome.equals("never")) {
            return "CLOSED";
        }
        if (outcome.equals("paid-after-close")) {
            return "REVERSED";
        }
        return method.simulator() == Simulator.BANK ? atBank(outcome) : "SUCCEEDED";
    }

    private static String atBank(String outcome) {
        if (outcome.equals("charged-late")) {
            // Approved after the bank itself confirmed the reversal: people look at it.
            return "CONFLICTED";
        }
        return TAKEN_BACK.contains(outcome) ? "FAILED" : "SUCCEEDED";
    }

    /** Whether it disturbs other payments over the same connection, which are then undone in good order. */
    static boolean disturbsOthers(SandboxMethod method, String outcome) {
        return method.simulator() == Simulator.BANK && CUTS.contains(outcome);
    }

    /** Whether the payment must expire soon, because its payer does not pay in time. */
    public static boolean waitsForExpiry(SandboxMethod method, String outcome) {
        return outcome.equals("never") || outcome.equals("paid-after-close") || isNeverBrought(method, outcome);
    }

    /** Where the payer begins it himself, he may do so, or try again after a refusal, until its time is over. */
    private static boolean isNeverBrought(SandboxMethod method, String outcome) {
        return switch (method.simulator()) {
            case UNIONPAY -> !method.needsAgreement() && outcome.equals("timeout-not-charged");
            case ALIPAY -> method != SandboxMethod.ALIPAY_CODE && LEFT_OPEN.contains(outcome);
            case WECHAT, PAYPAL, BANK -> false;
        };
    }
}
