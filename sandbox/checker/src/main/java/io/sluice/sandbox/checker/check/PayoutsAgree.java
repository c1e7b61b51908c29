package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.PaidOut;
import io.sluice.sandbox.checker.evidence.Payout;
import io.sluice.sandbox.checker.evidence.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class PayoutsAgree implements Check {
    @Override
    public String name() {
        return "payouts-agree";
    }

    @Override
    public String rule() {
        return "the channels' books, the payouts and the ledger name the same amounts paid out, each once, but for what is in doubt";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, Long> paid = new HashMap<>();
        evidence.book()
                .paidOut()
                .forEach((PaidOut line) -> paid.merge("pyo_" + line.number(), line.amountMinor(), Math::addExact));
        Map<String, Long> left = booked(evidence, "channel_receivable:");
        Map<String, Long> inTransit = booked(evidence, "payout_in_transit:");
        List<String> found = new ArrayList<>();
        for (Payout payout : evidence.store().payouts()) {
            long atChannel = of(paid, payout);
            long inLedger = of(left, payout);
            long moving = of(inTransit, payout);
            if (moving != (payout.isOpen() ? payout.amountMinor() : 0)) {
                found.add("%s is %s and the ledger has %d of it in transit"
                        .formatted(payout.id(), payout.state(), moving));
            }
            long atGateway = payout.state().equals("SUCCEEDED") ? payout.amountMinor() : 0;
            if (!payout.isOpen() && (atChannel != atGateway || inLedger != atGateway)) {
                found.add("%s: %d by the channel's book, %d by the gateway, %d by the ledger"
                        .formatted(payout.id(), atChannel, atGateway, inLedger));
            }
        }
        paid.forEach((unknown, minor) ->
                found.add("%s: %d by the channel's book, and the gateway knows it not".formatted(unknown, minor)));
        return found;
    }

    private static long of(Map<String, Long> amounts, Payout payout) {
        Long amount = amounts.remove(payout.id());
        return amount == null ? 0 : amount;
    }

    /** What payouts' entries credit to accounts of a kind, by payout. */
    private static Map<String, Long> booked(Evidence evidence, String accounts) {
        Map<String, Long> sums = new HashMap<>();
        evidence.store().postings().stream()
                .filter(Posting::isPayout)
                .filter(line -> line.account().startsWith(accounts))
                .forEach(line -> sums.merge(line.paymentId(), -line.debitMinor(), Math::addExact));
        return sums;
    }
}
