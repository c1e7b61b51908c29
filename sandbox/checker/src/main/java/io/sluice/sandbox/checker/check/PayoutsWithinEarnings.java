package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Fund;
import java.util.List;
import java.util.stream.Stream;

final class PayoutsWithinEarnings implements Check {
    @Override
    public String name() {
        return "payouts-within";
    }

    @Override
    public String rule() {
        return "no merchant's payouts take more than he had earned when they were reserved, and their fund says what they take";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        List<Fund> funds = evidence.store().funds();
        return Stream.concat(
                        funds.stream()
                                .filter(fund -> fund.payoutsMinor() > fund.earnedMinor() + fund.lostSinceMinor())
                                .map(fund -> "%s: payouts take %d %s, %d were earned"
                                        .formatted(
                                                fund.merchant(),
                                                fund.payoutsMinor(),
                                                fund.currency(),
                                                fund.earnedMinor() + fund.lostSinceMinor())),
                        funds.stream()
                                .filter(fund -> fund.takenMinor() != fund.payoutsMinor())
                                .map(fund -> "%s: the fund says that %d %s are taken, the payouts take %d"
                                        .formatted(
                                                fund.merchant(),
                                                fund.takenMinor(),
                                                fund.currency(),
                                                fund.payoutsMinor())))
                .toList();
    }
}
