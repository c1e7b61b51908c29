package io.sluice.channels.bank.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void aHostThatWasNotTriedYetIsTriedAtOnce() {
        assertThat(backoff.left()).isZero();
    }

    @Test
    void aHostThatFailsIsLeftAloneForLongerAndLongerButNotForEver() {
        backoff.failed();
        assertThat(backoff.left()).isLessThanOrEqualTo(Duration.ofMillis(150));
        for (int i = 0; i < 100; i++) {
            backoff.failed();
        }
        assertThat(backoff.left()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    @Test
    void aHostThatCameBackIsTriedAtOnce() {
        backoff.failed();
        backoff.succeeded();
        assertThat(backoff.left()).isZero();
    }
}
