package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Balance;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Posting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class TrialBalance implements Check {
    @Override
    public String name() {
        return "trial-balance";
    }

    @Override
    public String rule() {
        return "debits equal credits, in the balances and in the journal, and each balance is the sum of its lines";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, Long> balances = new HashMap<>();
        Map<String, Long> byCurrency = new HashMap<>();
        for (Balance balance : evidence.store().balances()) {
            long difference = balance.debitMinor() - balance.creditMinor();
            balances.put(balance.account() + " " + balance.currency(), difference);
            byCurrency.merge(balance.currency(), difference, Math::addExact);
        }
        Map<String, Long> lines = new HashMap<>();
        Map<String, Long> byEntry = new HashMap<>();
        for (Posting line : evidence.store().postings()) {
            lines.merge(line.account() + " " + line.currency(), line.debitMinor(), Math::addExact);
            byEntry.merge("entry " + line.entryId() + " " + line.currency(), line.debitMinor(), Math::addExact);
        }
        return Stream.of(notZero(byCurrency), notZero(byEntry), misstated(balances, lines))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> notZero(Map<String, Long> sums) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> sum.getKey() + ": debits exceed credits by " + sum.getValue());
    }

    private static Stream<String> misstated(Map<String, Long> balances, Map<String, Long> lines) {
        return Stream.concat(balances.keySet().stream(), lines.keySet().stream())
                .distinct()
                .filter(account -> !balances.getOrDefault(account, 0L).equals(lines.getOrDefault(account, 0L)))
                .map(account -> "%s: its balance is %d, its lines sum to %d"
                        .formatted(account, balances.getOrDefault(account, 0L), lines.getOrDefault(account, 0L)));
    }
}
