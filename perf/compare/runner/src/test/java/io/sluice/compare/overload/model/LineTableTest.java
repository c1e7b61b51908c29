package io.sluice.compare.overload.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader sees at the end of {@code ./sluice overload}. */
class LineTableTest {
    private static final Line KEPT = Line.atMost("unfair", "refused to the others", 0, 0, "payments");
    private static final Line BROKEN = Line.atMost("overload", "p99 of refusals", 20, 41.96, "ms");

    @Test
    void isAlignedAndSaysWhatDoesNotHold() {
        assertThat(new LineTable(List.of(KEPT, BROKEN)).text()).isEqualTo("""
                | scenario | what                  | wanted             | seen       |     |
                | -------- | --------------------- | ------------------ | ---------- | --- |
                | unfair   | refused to the others | at most 0 payments | 0 payments | ok  |
                | overload | p99 of refusals       | at most 20 ms      | 42 ms      | NOT |""");
    }

    @Test
    void oneThatDoesNotHoldIsEnough() {
        assertThat(new LineTable(List.of(KEPT)).allHold()).isTrue();
        assertThat(new LineTable(List.of(KEPT, BROKEN)).allHold()).isFalse();
    }
}
