package io.sluice.channels.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.AttemptId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTest {

    /** A UUIDv7 of 2026-11-21T12:45:00Z. */
    private static final String NUMBER = "019aa66800e07abc8123456789abcdef";

    @Test
    void followsFromTheNumberAlone() {
        assertThat(Trace.of(NUMBER, 0)).isEqualTo(Trace.of(NUMBER, 0));
        assertThat(Trace.of(NUMBER, 0).sentAt()).matches("[0-9]{10}");
        assertThat(Trace.of(NUMBER, 0).batch()).matches("[0-9]{6}");
    }

    @Test
    void anotherRepetitionChangesTheStanOnly() {
        Trace first = Trace.of(NUMBER, 0);
        Set<String> stans = new HashSet<>();
        for (int repetition = 0; repetition < Trace.REPETITIONS; repetition++) {
            Trace again = Trace.of(NUMBER, repetition);
            stans.add(again.stan());
            assertThat(again).isEqualTo(new Trace(again.stan(), first.sentAt(), first.retrieval(), first.batch()));
        }
        assertThat(stans).hasSize(Trace.REPETITIONS);
    }

    @Test
    void isSpreadEvenlyAndWellFormed() {
        Set<String> stans = new HashSet<>();
        Set<String> retrievals = new HashSet<>();
        int numbers = 50_000;
        for (int i = 0; i < numbers; i++) {
            Trace trace = Trace.of(AttemptId.next().channelNumber(), 0);
            assertThat(trace.stan()).matches("[0-9]{6}").isNotEqualTo("000000");
            assertThat(trace.retrieval()).matches("[0-9A-Z]{12}");
            stans.add(trace.stan());
            retrievals.add(trace.retrieval());
        }
        assertThat(retrievals).hasSize(numbers);
        // 50,000 draws of a million leave 48,771 different ones; five times the spread of that is 174.
        assertThat(stans.size()).isBetween(48_590, 48_950);
    }
}
