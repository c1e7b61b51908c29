package io.sluice.core.settlement.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettlementPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T16:30:00Z");
    private static final BatchTotals OURS = new BatchTotals(1500, 1, 0, 0);
    private static final BatchTotals THEIRS = new BatchTotals(3000, 2, 0, 0);

    private final Settlement due = Settlement.due(
            MerchantId.next(),
            ChannelAccountId.next(),
            new Batch(
                    LocalDate.of(2026, 11, 21),
                    Instant.parse("2026-11-20T16:00:00Z"),
                    Instant.parse("2026-11-21T16:00:00Z")),
            NOW);

    @Test
    void totalsAreWrittenBeforeTheyAreTold() {
        Settlement asked = due.counted(new BatchBook(OURS, 0), NOW);
        assertThat(asked).returns(SettlementState.ASKED, Settlement::state).returns(OURS, Settlement::ours);
        assertThat(asked.counted(new BatchBook(THEIRS, 0), NOW)).isEqualTo(asked);
    }

    @Test
    void whatIsUnknownIsWaitedForUnlessAnOperatorSaysOtherwise() {
        Settlement waiting = due.counted(new BatchBook(OURS, 2), NOW);
        assertThat(waiting)
                .returns(SettlementState.DUE, Settlement::state)
                .returns(2, Settlement::open)
                .returns(null, Settlement::ours);
        assertThat(waiting.dueAt()).isAfter(NOW);

        Settlement ordered = waiting.ordered("operator-1", NOW).counted(new BatchBook(OURS, 2), NOW);
        assertThat(ordered)
                .returns(SettlementState.ASKED, Settlement::state)
                .returns("operator-1", Settlement::orderedBy);
    }

    @Test
    void agreedIsTheEnd() {
        Settlement agreed = asked().concluded(new BatchOutcome.Agreed(), NOW);
        assertThat(agreed).returns(SettlementState.AGREED, Settlement::state).returns(null, Settlement::dueAt);
        assertThat(agreed.concluded(new BatchOutcome.Disagreed(THEIRS), NOW)).isEqualTo(agreed);
        assertThat(agreed.ordered("operator-1", NOW)).isEqualTo(agreed);
    }

    @Test
    void disagreedKeepsBothTotalsAndIsUploaded() {
        Settlement disagreed = asked().concluded(new BatchOutcome.Disagreed(THEIRS), NOW);
        assertThat(disagreed)
                .returns(OURS, Settlement::ours)
                .returns(THEIRS, Settlement::theirs)
                .returns(NOW.plusSeconds(600), Settlement::dueAt);
        assertThat(disagreed.concluded(new BatchOutcome.Uploaded(), NOW))
                .returns(SettlementState.UPLOADED, Settlement::state)
                .returns(THEIRS, Settlement::theirs);
    }

    @Test
    void noAnswerIsAskedAgainEverLaterAndNeverTheEnd() {
        Settlement asked = asked();
        Instant before = NOW;
        for (int time = 0; time < 20; time++) {
            asked = asked.concluded(new BatchOutcome.Unanswered("96", "not now"), NOW);
            assertThat(asked.state()).isEqualTo(SettlementState.ASKED);
            assertThat(asked.dueAt()).isAfterOrEqualTo(before).isBeforeOrEqualTo(NOW.plusSeconds(1800));
            before = asked.dueAt();
        }
    }

    @Test
    void anySequenceOfWordsStaysWithinTheTableAndKeepsWhatWasTold() {
        Random random = new Random(42);
        for (int walk = 0; walk < 1000; walk++) {
            Settlement at = due.counted(new BatchBook(OURS, 0), NOW);
            for (int step = 0; step < 12; step++) {
                Settlement next = at.concluded(anyWord(random), NOW);
                assertThat(next.ours()).isEqualTo(OURS);
                assertThat(next.dueAt() == null).isEqualTo(next.state().isFinal());
                assertThat(next.theirs() != null)
                        .isEqualTo(
                                next.state() == SettlementState.DISAGREED || next.state() == SettlementState.UPLOADED);
                assertThat(next.version()).isBetween(at.version(), at.version() + 1);
                assertThat(!at.state().isFinal() || next.equals(at)).isTrue();
                at = next;
            }
        }
    }

    private static BatchOutcome anyWord(Random random) {
        return List.of(
                        new BatchOutcome.Agreed(),
                        new BatchOutcome.Disagreed(THEIRS),
                        new BatchOutcome.Uploaded(),
                        new BatchOutcome.Unanswered("96", "not now"))
                .get(random.nextInt(4));
    }

    private Settlement asked() {
        return due.counted(new BatchBook(OURS, 0), NOW);
    }
}
