package io.sluice.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.MerchantId;
import io.sluice.notifier.Receiver.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** A receiver that never answers, with a backlog far beyond what its lane holds, beside one that does. */
class SlowEndpointIT {

    private static final int BACKLOG = 300;
    private static final int OTHERS = 100;

    private final MerchantId slow = MerchantId.next();
    private final MerchantId quick = MerchantId.next();

    @Test
    void doesNotDelayAnother() throws Exception {
        try (Ground ground = new Ground().withCore();
                Receiver hanging = Receiver.scripted(_ -> Mono.<Answer>never());
                Receiver answering = Receiver.answering(200);
                ConfigurableApplicationContext notifier = ground.notifier(Map.of("sluice.webhook.timeout", "4s"))) {
            ground.endpoint(slow, hanging.url("/"));
            ground.endpoint(quick, answering.url("/"));
            ground.publish(slow, BACKLOG);
            Eventually.holds(() -> assertThat(hanging.received()).isNotEmpty());
            ground.publish(quick, OTHERS);
            Eventually.holds(() -> assertThat(answering.received()).hasSize(OTHERS));

            assertThat(hanging.received())
                    .as("a fraction of the backlog is out")
                    .hasSizeLessThan(BACKLOG / 4);
            assertThat(attemptsAt(ground, slow))
                    .as("and next to none of it has come back")
                    .isLessThan(BACKLOG / 4);
            Eventually.holds(() -> assertThat(attemptsAt(ground, quick)).isEqualTo(OTHERS));
            assertThat(notifier.isRunning()).isTrue();
        }
    }

    private static long attemptsAt(Ground ground, MerchantId merchant) {
        return ground.rows()
                .number(
                        "select count(*) from webhook.delivery_attempt_list where merchant_id = ? and attempt_no is not null",
                        merchant.value());
    }
}
