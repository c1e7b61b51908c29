package io.sluice.sandbox.simulators.bank.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Message;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private static final String LINE = "0000421121093000C000000001500";

    private final Uploads uploads = new Uploads();

    @Test
    void theEndMustCountWhatCame() {
        assertThat(uploads.take(message("201", "01" + LINE))).isEqualTo("00");
        assertThat(uploads.take(message("207", "000002"))).isEqualTo("30");
        assertThat(uploads.take(message("207", "000001"))).isEqualTo("00");
    }

    @Test
    void aRepetitionCountsOnce() {
        uploads.take(message("201", "01" + LINE));
        uploads.take(message("201", "01" + LINE));
        assertThat(uploads.take(message("207", "000001"))).isEqualTo("00");
    }

    @Test
    void linesMustBeWhole() {
        assertThat(uploads.take(message("201", "02" + LINE))).isEqualTo("30");
        assertThat(uploads.take(message("201", "01" + LINE.substring(1)))).isEqualTo("30");
    }

    private static Message message(String purpose, String text) {
        return new Message(
                0x0320,
                new TreeMap<>(
                        Map.of(De.TERMINAL, "SLUICE01", De.TYPE_AND_BATCH, "00261121" + purpose, De.ADDITIONAL, text)));
    }
}
