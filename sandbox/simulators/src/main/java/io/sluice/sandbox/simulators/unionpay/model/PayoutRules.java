package io.sluice.sandbox.simulators.unionpay.model;

import io.sluice.sandbox.simulators.model.Decision;

/** Whether a payout may leave. */
public final class PayoutRules {
    /** What every merchant has put into his account for payouts beforehand: ten million yuan. */
    public static final long DEPOSIT_FEN = 1_000_000_000;

    private PayoutRules() {}

    /**
     * @param netFen what the merchant's transactions have left of him, payouts that are on their way included; without the deposit
     */
    public static Decision<Transaction, Refusal> payOut(Transaction wanted, long netFen) {
        ResponseCode refusal = wanted.payout() == null ? null : wanted.payout().refusal();
        if (refusal != null) {
            return Decision.refused(Refusal.of(refusal));
        }
        return wanted.fen() > DEPOSIT_FEN + netFen
                ? Decision.refused(
                        new Refusal(ResponseCode.FUNDS, "the account holds " + (DEPOSIT_FEN + netFen) + " fen"))
                : Decision.granted(wanted);
    }
}
