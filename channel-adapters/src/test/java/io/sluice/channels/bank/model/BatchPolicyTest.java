package io.sluice.channels.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchOutcome.Agreed;
import io.sluice.core.channel.BatchOutcome.Disagreed;
import io.sluice.core.channel.BatchOutcome.Unanswered;
import io.sluice.core.channel.BatchTotals;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final BatchTotals OURS = new BatchTotals(150_000, 100, 2_000, 3);
    private static final String OURS_TEXT = "000000150000000100000000002000000003";
    private static final String OTHER = "000000150000000100000000000000000000";

    private final BatchRequests requests = new BatchRequests(new Terminal("SLUICE01", "898100000000001", "48020000"));

    @Test
    void totalsAreSaidAsAmountAndCount() {
        Message settlement = requests.settlement(DAY, OURS);
        assertThat(settlement.type()).isEqualTo(0x0500);
        assertThat(settlement.text(Field.ADDITIONAL)).isEqualTo(OURS_TEXT);
        assertThat(settlement.text(Field.TYPE_AND_BATCH)).isEqualTo("00261121201");
        assertThat(requests.settlement(DAY, OURS)).isEqualTo(settlement);
    }

    @Test
    void agreedOnlyWhereWordAndTotalsSaySo() {
        assertThat(settled("00", OURS_TEXT + "1")).isInstanceOf(Agreed.class);
        assertThat(settled("00", OTHER + "2")).isEqualTo(new Disagreed(new BatchTotals(150_000, 100, 0, 0)));
        assertThat(settled("00", OTHER + "1")).isInstanceOf(Unanswered.class);
        assertThat(settled("00", OURS_TEXT + "2")).isInstanceOf(Unanswered.class);
        assertThat(settled("00", OURS_TEXT)).isInstanceOf(Unanswered.class);
        assertThat(settled("96", OURS_TEXT + "1"))
                .isInstanceOfSatisfying(
                        Unanswered.class, no -> assertThat(no.code()).isEqualTo("96"));
    }

    @Test
    void noAnswerIsNoAgreement() {
        assertThat(BatchPolicy.settled(new Reply.Lost<>("connection_lost", "cut"), OURS))
                .isInstanceOf(Unanswered.class);
        assertThat(BatchPolicy.uploaded(new Reply.NotWritten<>("not_connected", "none")))
                .isInstanceOf(Unanswered.class);
    }

    @Test
    void anUploadHasTenLinesToAMessageAndTheirNumberAtTheEnd() {
        var line = new BatchLine("261121-000042-1121093000-000007", 1500, false);
        List<Message> upload = requests.upload(DAY, Collections.nCopies(21, line));
        assertThat(upload)
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.type()).isEqualTo(0x0320));
        assertThat(upload.get(2).text(Field.ADDITIONAL))
                .isEqualTo("01" + "000042" + "1121093000" + "C" + "000000001500");
        assertThat(upload.get(3).text(Field.ADDITIONAL)).isEqualTo("000021");
        assertThat(upload.get(3).text(Field.TYPE_AND_BATCH)).isEqualTo("00261121207");
        assertThat(upload.stream().map(message -> message.text(Field.STAN))).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyDayIsUploadedToo() {
        assertThat(requests.upload(DAY, List.of()))
                .singleElement()
                .satisfies(end -> assertThat(end.text(Field.ADDITIONAL)).isEqualTo("000000"));
    }

    private static BatchOutcome settled(String code, String totals) {
        return BatchPolicy.settled(
                new Reply.Success<>(new Message(0x0510, Map.of(Field.CODE, code, Field.ADDITIONAL, totals))), OURS);
    }
}
