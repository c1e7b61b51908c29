package io.sluice.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
