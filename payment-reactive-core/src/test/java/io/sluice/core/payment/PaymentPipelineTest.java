package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.gather.Patience;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The pipeline as a script: what is asked, what the channel says, what is then true. */
class PaymentPipelineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.fixed(PaymentFixtures.NOW, ZoneOffset.UTC);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryPayments payments =
            new InMemoryPayments(Patience.named("test"), meters, Schedulers.parallel());
    private final SpokenChannel spoken = new SpokenChannel();
    private final Detached detached = new Detached();
    private final Merchant merchant = merchant();
    private final PaymentPipeline pipeline = pipeline(Duration.ofMillis(300));

    @AfterEach
    void close() {
        payments.close().block();
    }

    @Test
    void nothingReachesTheChannelBeforeThePaymentIsDurable() {
        spoken.answer = order -> payments.findByAttempt(merchant.id(), AttemptId.ofChannelNumber(order.number()))
                .map(found -> {
                    assertThat(found.lastAttempt().state()).isEqualTo(AttemptState.SENT);
                    return new ChannelOutcome.Approved(order.amount(), "ref");
                });

        Payment payment = concluded(pay("k1"));
        assertThat(payment.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(payment.fee()).isEqualTo(Money.of(9, "CNY"));
    }

    @Test
    void aCallThatGetsNoAnswerHasAnUnknownOutcomeAndIsDueForInquiry() {
        spoken.answer = order -> Mono.never();
        Payment payment = concluded(pay("k1"));
        assertThat(payment.state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(payment.lastAttempt().state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(payment.lastAttempt().dueAt()).isNotNull();
    }

    @Test
    void anAdapterThatThrowsHasAnUnknownOutcomeToo() {
        spoken.answer = order -> Mono.error(new IllegalStateException("bug"));
        assertThat(concluded(pay("k1")).lastAttempt().state()).isEqualTo(AttemptState.UNKNOWN);
    }

    @Test
    void impatienceIsAnsweredAndThePaymentGoesOn() {
        Sinks.One<ChannelOutcome> channel = Sinks.one();
        spoken.answer = order -> channel.asMono();
        PaymentAnswer answer = pipeline(Duration.ofSeconds(5))
                .pay(merchant, command("k1"), Duration.ZERO)
                .block();
        assertThat(answer).isInstanceOf(PaymentAnswer.InProgress.class);

        channel.tryEmitValue(new ChannelOutcome.Approved(Money.of(1500, "CNY"), "ref"))
                .orThrow();
        Payment accepted = ((PaymentAnswer.InProgress) answer).payment();
        StepVerifier.create(payments.find(merchant.id(), accepted.id())
                        .filter(found -> found.state() == PaymentState.SUCCEEDED)
                        .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5))))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aCallerThatLeavesCancelsNothing() {
        Sinks.One<ChannelOutcome> channel = Sinks.one();
        spoken.answer = order -> channel.asMono();
        StepVerifier.create(pipeline(PATIENCE).pay(merchant, command("k1"), PATIENCE))
                .thenAwait(Duration.ofMillis(100))
                .thenCancel()
                .verify(PATIENCE);
        assertThat(detached.inFlight()).isPositive();
        channel.tryEmitValue(new ChannelOutcome.Approved(Money.of(1500, "CNY"), "ref"))
                .orThrow();
        StepVerifier.create(payments.list(merchant.id(), null, null, 1)
                        .filter(found -> found.state() == PaymentState.SUCCEEDED)
                        .next()
                        .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5))))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void theSameRequestIsChargedOnce() {
        spoken.answer = order -> Mono.just(new ChannelOutcome.Approved(order.amount(), "ref"));
        Payment first = concluded(pay("k1"));
        PaymentAnswer again = pay("k1");
        assertThat(again).isInstanceOf(PaymentAnswer.Replayed.class);
        assertThat(((PaymentAnswer.Replayed) again).payment().id()).isEqualTo(first.id());
        assertThat(spoken.orders).hasSize(1);
    }

    @Test
    void whatCannotBeRoutedIsRefusedAndNotRecorded() {
        Merchant without =
                new Merchant(merchant.id(), "No accounts", true, true, merchant.rateLimit(), List.of(), List.of());
        PaymentAnswer answer = pipeline.pay(without, command("k1"), PATIENCE).block();
        assertThat(answer).isInstanceOf(PaymentAnswer.Refused.class);
        assertThat(payments.list(merchant.id(), null, null, 1).collectList().block())
                .isEmpty();
    }

    private PaymentAnswer pay(String key) {
        PaymentAnswer answer = pipeline.pay(merchant, command(key), PATIENCE).block(PATIENCE);
        assertThat(answer).isNotNull();
        return answer;
    }

    private static Payment concluded(PaymentAnswer answer) {
        assertThat(answer).isInstanceOf(PaymentAnswer.Concluded.class);
        return ((PaymentAnswer.Concluded) answer).payment();
    }

    private AcceptPayment command(String key) {
        return PaymentFixtures.command(merchant.id(), key, "{}");
    }

    private PaymentPipeline pipeline(Duration deadline) {
        ChannelEnvironment environment = new ChannelEnvironment(CLOCK, "http://127.0.0.1", deadline);
        Channels channels = new Channels(List.of(spoken), environment, new SimpleMeterRegistry());
        return new PaymentPipeline(
                payments, channels, new Conclusions(payments, CLOCK), detached, new PaymentSteps(meters), CLOCK);
    }

    private static Merchant merchant() {
        MerchantId id = MerchantId.next();
        AccountConfiguration account = new AccountConfiguration(ChannelAccountId.next(), "spoken", Map.of());
        return new Merchant(
                id,
                "Tests",
                true,
                true,
                new RateLimit(10, 10),
                List.of(new FeeRule("CNY", 60, 0)),
                List.of(new MerchantChannelAccount(id, account, 1)));
    }
}
