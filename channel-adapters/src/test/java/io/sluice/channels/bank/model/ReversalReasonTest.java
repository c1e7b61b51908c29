package io.sluice.channels.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReversalReasonTest {

    @Test
    void whatWasNotAnsweredIsTimedOutHoweverItCameAbout() {
        assertThat(ReversalReason.of(null).code()).isEqualTo("98");
        assertThat(ReversalReason.of("deadline_passed").code()).isEqualTo("98");
        assertThat(ReversalReason.of("connection_lost").code()).isEqualTo("98");
    }

    @Test
    void anAnswerThatCannotBeBelievedOrSaysNothingIsNamedSo() {
        assertThat(ReversalReason.of("mac_wrong").code()).isEqualTo("A0");
        assertThat(ReversalReason.of("96").code()).isEqualTo("06");
        assertThat(ReversalReason.of("10").code()).isEqualTo("06");
    }
}
