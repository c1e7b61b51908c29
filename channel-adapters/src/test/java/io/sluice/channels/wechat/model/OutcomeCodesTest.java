package io.sluice.channels.wechat.model;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.OutcomeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OutcomeCodesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| `(\\w+)` \\|$");

    @Test
    void documentedAsTheyAre() throws IOException {
        String document = Files.readString(Path.of("../docs/outcome-codes.md"));
        Map<String, OutcomeCode> documented = ROW.matcher(document.substring(document.indexOf("## WeChat Pay")))
                .results()
                .collect(toMap(
                        row -> row.group(1), row -> OutcomeCode.of(row.group(2)).orElseThrow()));

        assertThat(documented).isEqualTo(OutcomeCodes.MEANINGS);
    }

    @Test
    void refusalsCarryTheirMeaning() {
        assertThat(OrderPolicy.outcome(new Reply.Refusal<>(403, "NOT_ENOUGH", "")))
                .isInstanceOfSatisfying(
                        ChannelOutcome.Declined.class,
                        it -> assertThat(it.meaning()).isEqualTo(OutcomeCode.INSUFFICIENT_FUNDS));
        assertThat(OrderPolicy.outcome(new Reply.Refusal<>(401, "SIGN_ERROR", "")))
                .isInstanceOfSatisfying(
                        ChannelOutcome.NotSent.class,
                        it -> assertThat(it.meaning()).isEqualTo(OutcomeCode.ACCOUNT_MISCONFIGURED));
    }
}
