package io.sluice.edge.authentication;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.AdmissionDecision.Admitted;
import io.sluice.edge.authentication.AdmissionDecision.Bucket;
import io.sluice.edge.authentication.AdmissionDecision.Limited;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalAdmissionTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void admitsABurstAndThenAsFastAsItRefills() {
        LocalAdmission alone = sharedBy(1);
        RateLimit limit = new RateLimit(10, 3);
        assertThat(ask(alone, limit, null)).isEqualTo(new Admitted(Bucket.MERCHANT, 2, Duration.ofMillis(100)));
        assertThat(admitted(alone, limit, 5)).isEqualTo(2);
        assertThat(ask(alone, limit, null)).isEqualTo(new Limited(Bucket.MERCHANT, Duration.ofMillis(100)));
        pass(Duration.ofMillis(100));
        assertThat(admitted(alone, limit, 5)).isEqualTo(1);
        pass(Duration.ofHours(1));
        assertThat(admitted(alone, limit, 5)).isEqualTo(3);
    }

    @Test
    void givesEachInstanceItsShare() {
        LocalAdmission oneOfFour = sharedBy(4);
        RateLimit limit = new RateLimit(40, 20);
        assertThat(admitted(oneOfFour, limit, 20)).isEqualTo(5);
        pass(Duration.ofSeconds(1));
        assertThat(admitted(oneOfFour, new RateLimit(40, 400), 0)).isZero();
        int inASecond = 0;
        for (int i = 0; i < 100; i++) {
            inASecond += admitted(oneOfFour, limit, 1);
            pass(Duration.ofMillis(10));
        }
        assertThat(inASecond).isBetween(14, 15);
    }

    @Test
    void aBurstSmallerThanTheInstancesStillLetsOneThrough() {
        assertThat(admitted(sharedBy(10), new RateLimit(100, 3), 5)).isEqualTo(1);
    }

    @Test
    void takesTheSmallestAndTheLargestRates() {
        assertThat(admitted(sharedBy(1), new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE), 1000))
                .isEqualTo(1000);
        LocalAdmission slow = sharedBy(1000);
        assertThat(admitted(slow, new RateLimit(1, 1), 3)).isEqualTo(1);
        assertThat(ask(slow, new RateLimit(1, 1), null))
                .isEqualTo(new Limited(Bucket.MERCHANT, Duration.ofSeconds(1000)));
        assertThat(ask(sharedBy(1000), new RateLimit(1, Integer.MAX_VALUE), null))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void aRequestRefusedByItsKeysLimitCostsTheMerchantNothing() {
        LocalAdmission alone = sharedBy(1);
        RateLimit merchant = new RateLimit(10, 4);
        RateLimit key = new RateLimit(10, 1);
        assertThat(ask(alone, merchant, key)).isEqualTo(new Admitted(Bucket.KEY, 0, Duration.ofMillis(100)));
        assertThat(ask(alone, merchant, key)).isEqualTo(new Limited(Bucket.KEY, Duration.ofMillis(100)));
        assertThat(admitted(alone, merchant, 5)).isEqualTo(3);
    }

    @Test
    void merchantsDoNotShare() {
        LocalAdmission alone = sharedBy(1);
        RateLimit limit = new RateLimit(1, 1);
        assertThat(alone.admit(Admissions.request("a", limit, null)).block()).isInstanceOf(Admitted.class);
        assertThat(alone.admit(Admissions.request("b", limit, null)).block()).isInstanceOf(Admitted.class);
        assertThat(alone.admit(Admissions.request("a", limit, null)).block()).isInstanceOf(Limited.class);
    }

    private LocalAdmission sharedBy(int instances) {
        return new LocalAdmission(instances, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static AdmissionDecision ask(LocalAdmission admission, RateLimit limit, @Nullable RateLimit ofKey) {
        return requireNonNull(
                admission.admit(Admissions.request("mer_1", limit, ofKey)).block());
    }

    private static int admitted(LocalAdmission admission, RateLimit limit, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += ask(admission, limit, null) instanceof Admitted ? 1 : 0;
        }
        return admitted;
    }
}
