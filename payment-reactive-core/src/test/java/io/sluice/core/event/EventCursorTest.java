package io.sluice.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCursorTest {

    @Test
    void isReadAsItWasWritten() {
        EventCursor cursor = new EventCursor(1L << 40, Long.MAX_VALUE);
        assertThat(EventCursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]{22}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not a cursor", "_____________________w", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCursor.parse(text))
                .withMessage("not a cursor: pass one back exactly as it was given");
    }

    @Test
    void ascendsInCommitOrder() {
        assertThat(new EventCursor(1, 9)).isLessThan(new EventCursor(2, 1)).isGreaterThan(new EventCursor(1, 8));
        assertThat(EventCursor.START).isEqualByComparingTo(new EventCursor(0, 0));
    }
}
