package io.sluice.core.payment;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.Await;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.gather.Patience;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a channel says when its caller has gone. */
class LateConclusionsTest {

    private final MerchantId merchant = MerchantId.next();
    private final InMemoryPayments payments =
            new InMemoryPayments(Patience.named("late"), new SimpleMeterRegistry(), Schedulers.parallel());
    private final Conclusions conclusions = new Conclusions(payments, Clock.fixed(NOW, ZoneOffset.UTC));
    private final LateConclusions late = new LateConclusions(new OneMerchant(merchant), payments, conclusions);
    private final Payment unknown = concluded(accepted(), new Unknown("deadline_passed", "no answer"));
    private final ChannelOutcome paid = new Approved(unknown.amount(), "late");

    @Test
    void settlesWhatNobodyKnows() {
        assertThat(heard(unknown, PaymentFixtures.ROUTE.account()).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void isNotBelievedDuringAReversal() {
        Payment reversing = reversing();
        assertThat(heard(reversing, PaymentFixtures.ROUTE.account())).isEqualTo(reversing);
    }

    @Test
    void isAConflictAfterTheReversal() {
        Payment reversed = concluded(reversing(), new Reversed("00"));
        assertThat(reversed.state()).isEqualTo(PaymentState.FAILED);
        assertThat(heard(reversed, PaymentFixtures.ROUTE.account()).state()).isEqualTo(PaymentState.CONFLICTED);
    }

    @Test
    void ofAnotherAccountIsNotHeard() {
        assertThat(heard(unknown, ChannelAccountId.next())).isEqualTo(unknown);
    }

    private Payment heard(Payment payment, ChannelAccountId account) {
        late.conclude(account, payment.lastAttempt().id(), paid).block(Duration.ofSeconds(30));
        return Await.value(payments.find(merchant, payment.id()));
    }

    private Payment accepted() {
        var command = PaymentFixtures.command(merchant, "k1", "{}");
        var acceptance = PaymentFixtures.acceptance(command);
        Await.value(payments.accept(acceptance, command.idempotency()));
        return acceptance.after();
    }

    private Payment reversing() {
        return Await.value(conclusions.reverse(unknown, unknown.lastAttempt().id()))
                .payment();
    }

    private Payment concluded(Payment payment, ChannelOutcome outcome) {
        return Await.value(conclusions.conclude(payment, payment.lastAttempt().id(), outcome))
                .payment();
    }

    private record OneMerchant(MerchantId id) implements Merchants {
        @Override
        public Mono<Merchant> find(MerchantId wanted) {
            return Mono.empty();
        }

        @Override
        public Mono<MerchantKey> key(String keyId) {
            return Mono.empty();
        }

        @Override
        public Mono<MerchantChannelAccount> account(ChannelAccountId account) {
            return Mono.just(new MerchantChannelAccount(id, new AccountConfiguration(account, "bank", Map.of()), 1));
        }
    }
}
