package io.sluice.edge.event.model;

import static io.sluice.edge.event.model.PassageTest.body;
import static io.sluice.edge.event.model.PassageTest.cursor;
import static io.sluice.edge.event.model.PassageTest.event;
import static io.sluice.edge.event.model.PassageTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final long NOW = 5;

    @Test
    void whatComesAfterACursorIsToldOnce() {
        RecentEvents recent =
                RecentEvents.none(cursor(3)).plus(passages(4, 6, 10), NOW).plus(passages(7, 9, 10), NOW);
        assertThat(text(recent.after(cursor(3)))).isEqualTo(text(passages(4, 9, 10)));
        assertThat(text(recent.after(cursor(5)))).isEqualTo(text(passages(6, 9, 10)));
        assertThat(text(recent.after(cursor(6)))).isEqualTo(text(passages(7, 9, 10)));
        assertThat(recent.after(cursor(9))).isEmpty();
        assertThat(recent.after(cursor(12))).isEmpty();
        assertThat(recent.end()).isEqualTo(cursor(9));
    }

    @Test
    void reachesBackToItsStartOnly() {
        RecentEvents recent = RecentEvents.none(cursor(3)).plus(passages(4, 6, 10), NOW);
        assertThat(recent.reachBackTo(cursor(2))).isFalse();
        assertThat(recent.reachBackTo(cursor(3))).isTrue();
        assertThat(recent.reachBackTo(cursor(99))).isTrue();
    }

    @Test
    void theOldestGoesWhereThereIsTooMuch() {
        RecentEvents recent = RecentEvents.none(cursor(0));
        int eachBytes = Passage.MOST_BYTES / 2;
        int events = 3 * RecentEvents.MOST_BYTES / eachBytes;
        for (int i = 1; i <= events; i++) {
            recent = recent.plus(passages(i, i, eachBytes), NOW);
            assertThat(recent.reachBackTo(cursor(i - 1))).isTrue();
        }
        assertThat(recent.reachBackTo(cursor(events / 2))).isFalse();
        assertThat(recent.reachBackTo(cursor(events * 3L / 4))).isTrue();
        assertThat(recent.kept().stream()
                        .mapToInt(kept -> kept.passage().bytes())
                        .sum())
                .isBetween(RecentEvents.MOST_BYTES / 2, RecentEvents.MOST_BYTES);
    }

    @Test
    void whatIsAddedStaysWholeSoThatWhoHasAllIsNeverBehind() {
        RecentEvents recent = RecentEvents.none(cursor(0))
                .plus(passages(1, 1, 10), NOW)
                .plus(passages(2, 5, RecentEvents.MOST_BYTES), NOW);
        assertThat(recent.reachBackTo(cursor(1))).isTrue();
        assertThat(recent.reachBackTo(cursor(0))).isFalse();
        assertThat(recent.after(cursor(1))).hasSize(4);
    }

    @Test
    void whatIsOldGoesThoughNothingComes() {
        RecentEvents recent = RecentEvents.none(cursor(0)).plus(passages(1, 3, 10), NOW);
        long late = NOW + RecentEvents.LONGEST.toNanos();
        assertThat(recent.plus(List.of(), late).reachBackTo(cursor(0))).isTrue();
        assertThat(recent.plus(List.of(), late + 1).reachBackTo(cursor(2))).isFalse();
        assertThat(recent.plus(List.of(), late + 1).reachBackTo(cursor(3))).isTrue();
    }

    private static List<Passage> passages(long first, long last, int bodyBytes) {
        return Passage.of(LongStream.rangeClosed(first, last)
                .mapToObj(position -> event(position, "payment.created", body(bodyBytes)))
                .toList());
    }
}
