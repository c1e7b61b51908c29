package io.sluice.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void writesMicrosecondsInUtc() {
        assertThat(Timestamps.text(Instant.parse("2026-02-03T04:05:06.000007999Z")))
                .isEqualTo("2026-02-03T04:05:06.000007Z");
        assertThat(Timestamps.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(Timestamps.text(Instant.parse("+10000-01-01T00:00:00Z"))).isEqualTo("+10000-01-01T00:00:00.000000Z");
    }

    @Test
    void writesWhatTheFormatterOfTheJdkWrites() {
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(FIRST, LAST), random.nextInt(1_000_000_000));

            assertThat(Timestamps.text(time)).isEqualTo(formatter.format(time));
        }
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(FIRST, LAST), random.nextInt(1_000_000) * 1000L);

            assertThat(Timestamps.instant(Timestamps.text(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-03T04:05:06Z",
                "2026-02-03T04:05:06.7Z",
                "2026-02-03T04:05:06.123456789Z",
                "2026-02-03T04:05:06.000007+02:00",
                "+10000-01-01T00:00:00.000000Z"
            })
    void readsOtherShapes(String text) {
        assertThat(Timestamps.instant(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T04:05:06.000000Z",
                "2026-13-03T04:05:06.000000Z",
                "2026-02-03T24:05:06.000000Z",
                "2026-02-03 04:05:06.000000Z",
                "yesterday",
                ""
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Timestamps.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
