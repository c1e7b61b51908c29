package io.sluice.edge.authentication.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.Admission;
import io.sluice.edge.authentication.AdmissionDecision.Admitted;
import io.sluice.edge.authentication.AdmissionDecision.Bucket;
import io.sluice.edge.authentication.Admissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The breaker around Redis. */
class ResilientAdmissionTest {
    private static final int LOOPS = 4;
    private static final int REQUESTS = 100_000;

    /** A lock would be found by BlockHound, and the request that waits for it would never end. */
    @Test
    void eventLoopsThatCountAtTheSameTimeDoNotWaitForOneAnother() {
        Admission away = request -> Mono.error(new IllegalStateException("Redis is away"));
        Admission answers = request -> Mono.just(new Admitted(Bucket.MERCHANT, 0, Duration.ofSeconds(1)));
        var admission = new ResilientAdmission(answers, away, new SimpleMeterRegistry());
        var request = Admissions.request("mer_1", new RateLimit(1, 1), null);

        var loops = Schedulers.newParallel("loops", LOOPS);
        try {
            Long ended = Flux.range(0, REQUESTS)
                    .parallel(LOOPS)
                    .runOn(loops)
                    .flatMap(i -> admission.admit(request).thenReturn(i))
                    .sequential()
                    .count()
                    .block(Duration.ofSeconds(20));
            assertThat(ended).isEqualTo(REQUESTS);
        } finally {
            loops.dispose();
        }
    }
}
