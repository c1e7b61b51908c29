package io.sluice.notifier.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import io.sluice.notifier.delivery.model.Verdict.Delivered;
import io.sluice.notifier.delivery.model.Verdict.Exhausted;
import io.sluice.notifier.delivery.model.Verdict.Retry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryPolicyTest {

    private final DeliveryPolicy policy = new DeliveryPolicy(RetrySchedule.STANDARD);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void isDeliveredByAnySuccess(int status) {
        assertThat(judge(status, 0)).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 301, 302, 307, 400, 401, 404, 409, 422, 429, 500, 503})
    void isTriedAgainAfterEverythingElse(int status) {
        assertThat(judge(status, 0)).isEqualTo(new Retry(Duration.ofSeconds(5)));
        assertThat(judge(status, 4)).isEqualTo(new Retry(Duration.ofHours(1)));
    }

    @Test
    void isGivenUpWhenTheReceiverIsGoneOrTheScheduleUsedUp() {
        assertThat(judge(410, 0)).isEqualTo(new Exhausted());
        assertThat(judge(500, 10)).isEqualTo(new Exhausted());
        assertThat(policy.judge(new Failed("no answer"), 10, 0.5)).isEqualTo(new Exhausted());
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        Exchange busy = new Answered(429, Optional.of(Duration.ofMinutes(3)), "");
        assertThat(policy.judge(busy, 0, 0.5)).isEqualTo(new Retry(Duration.ofMinutes(3)));
    }

    @Test
    void isTriedAgainWhenNobodyAnswered() {
        assertThat(policy.judge(new Failed("no answer"), 1, 0.5)).isEqualTo(new Retry(Duration.ofSeconds(30)));
    }

    private Verdict judge(int status, int failures) {
        return policy.judge(new Answered(status, Optional.empty(), ""), failures, 0.5);
    }
}
