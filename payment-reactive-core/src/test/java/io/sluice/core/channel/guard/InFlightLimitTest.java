package io.sluice.core.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.guard.InFlightLimit.Seen;
import org.junit.jupiter.api.Test;

/** How many may wait for a channel, by what its answers show. */
class InFlightLimitTest {

    private static final int SECONDS = 60;

    @Test
    void fallsBelowWhatWasUnderWayWhenAnswersGotLost() {
        assertThat(InFlightLimit.UNTRIED.after(new Seen(80, 20, 300)).calls()).isEqualTo(210);
    }

    @Test
    void staysWhereEnoughIsLetThroughToSeeThatAnswersComeAgain() {
        InFlightLimit limit = InFlightLimit.UNTRIED;
        for (int second = 0; second < SECONDS; second++) {
            limit = limit.after(new Seen(0, 10, limit.calls()));
        }

        assertThat(limit.calls()).isEqualTo(InFlightLimit.LEAST);
    }

    @Test
    void risesToTheMostWhileAnswersCome() {
        InFlightLimit limit = new InFlightLimit(InFlightLimit.LEAST);
        for (int second = 0; second < SECONDS; second++) {
            limit = limit.after(new Seen(100, 0, 10));
        }

        assertThat(limit).isEqualTo(InFlightLimit.UNTRIED);
    }

    @Test
    void theBestOfChannelsLosesOneNowAndThen() {
        assertThat(InFlightLimit.UNTRIED.after(new Seen(960, 40, 50))).isEqualTo(InFlightLimit.UNTRIED);
        assertThat(InFlightLimit.UNTRIED.after(new Seen(10, 4, 50))).isEqualTo(InFlightLimit.UNTRIED);
    }

    @Test
    void whatIsNotAnsweredYetSaysNothing() {
        var limit = new InFlightLimit(100);

        assertThat(limit.after(new Seen(0, 0, 100))).isEqualTo(limit);
    }
}
