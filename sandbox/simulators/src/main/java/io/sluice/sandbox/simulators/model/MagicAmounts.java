package io.sluice.sandbox.simulators.model;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The amounts by which a test chooses an outcome where it cannot say it in words: 77 700.05 yuan (or dollars, or 7 770 005 yen) is
 * declined at every channel that can decline. So large that no other test meets one by chance.
 */
public final class MagicAmounts {
    private static final long BASE_MINOR = 7_770_000;

    private static final Map<String, Integer> BY_LABEL = Map.ofEntries(
            Map.entry("declined", 5),
            Map.entry("partial-approval", 10),
            Map.entry("stolen", 43),
            Map.entry("insufficient-funds", 51),
            Map.entry("failed", 60),
            Map.entry("bounced", 61),
            Map.entry("timeout-not-charged", 68),
            Map.entry("timeout-not-sent", 68),
            Map.entry("timeout-failed", 69),
            Map.entry("drop-before", 70),
            Map.entry("drop-after", 71),
            Map.entry("duplicate", 72),
            Map.entry("partial-frame", 73),
            Map.entry("garbage", 74),
            Map.entry("bad-mac", 75),
            Map.entry("late", 80),
            Map.entry("never", 81),
            Map.entry("silent", 82),
            Map.entry("out-of-order", 83),
            Map.entry("probe", 84),
            Map.entry("wrong-amount", 85),
            Map.entry("paid-after-close", 86),
            Map.entry("capture-lost", 87),
            Map.entry("waiting", 88),
            Map.entry("pending", 88),
            Map.entry("unavailable", 91),
            Map.entry("system-error", 96),
            Map.entry("error-after", 97),
            Map.entry("timeout-charged", 98),
            Map.entry("timeout-paid", 98),
            Map.entry("charged-late", 99));

    private MagicAmounts() {}

    /** Of an amount on the wire, minor units in digits; 0 for anything else. */
    public static long minor(String digits) {
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** In minor units of any currency; empty for an outcome that is chosen by words only. */
    public static OptionalLong of(Playable outcome) {
        Integer last = BY_LABEL.get(outcome.label());
        return last == null ? OptionalLong.empty() : OptionalLong.of(BASE_MINOR + last);
    }
}
