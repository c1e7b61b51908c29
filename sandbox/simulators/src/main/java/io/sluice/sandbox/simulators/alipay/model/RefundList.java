package io.sluice.sandbox.simulators.alipay.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A trade's refunds, one a number. */
final class RefundList {
    private RefundList() {}

    static List<Refund> put(List<Refund> all, Refund changed) {
        var next = new ArrayList<>(without(all, changed.outRequestNo()));
        next.add(changed);
        return List.copyOf(next);
    }

    static List<Refund> without(List<Refund> all, String outRequestNo) {
        return all.stream()
                .filter(one -> !one.outRequestNo().equals(outRequestNo))
                .toList();
    }

    /** When the last of them was done. */
    static @Nullable Instant last(List<Refund> all) {
        return all.stream()
                .map(Refund::doneAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
