package io.sluice.core.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.card.CardUse;
import io.sluice.core.card.Cards;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CardedCallsTest {

    private static final Money AMOUNT = Money.of(1500, "CNY");
    private static final Card CARD = new Card("4111111111111111", YearMonth.of(2031, 12));
    private static final PayOrder ORDER =
            new PayOrder("number", AMOUNT, "card", "tea", null, null, Instant.EPOCH, CARD);

    private final List<Object> called = new ArrayList<>();

    @Test
    void nothingIsSentWhoseCardIsNotKept() {
        assertThat(pay(new CardedCalls(new Kept(null), true))).isInstanceOf(NotSent.class);
        assertThat(pay(new CardedCalls(new Away(), true))).isInstanceOf(NotSent.class);
        assertThat(called).isEmpty();
        assertThat(pay(new CardedCalls(new Kept(CARD), true))).isInstanceOf(Unknown.class);
        assertThat(called).containsExactly(ORDER);
    }

    @Test
    void whatNeverHadACardIsTakenBackWithoutAsking() {
        assertThat(reverse(new CardedCalls(new Kept(null), true))).isEqualTo(new Reversed("never_sent"));
        assertThat(called).isEmpty();
    }

    @Test
    void whatHadOneIsTakenBackWithIt() {
        assertThat(reverse(new CardedCalls(new Kept(CARD), true))).isInstanceOf(Unknown.class);
        assertThat(called).containsExactly(new OrderReference("number", AMOUNT, null, true, CARD));
    }

    @Test
    void withoutTheStoreNobodyKnows() {
        assertThat(reverse(new CardedCalls(new Away(), true))).isInstanceOf(Unknown.class);
        assertThat(called).isEmpty();
    }

    @Test
    void otherChannelsAreCalledAsTheyAre() {
        assertThat(reverse(new CardedCalls(new Away(), false))).isInstanceOf(Unknown.class);
        assertThat(called).hasSize(1);
    }

    private @Nullable ChannelOutcome pay(CardedCalls calls) {
        return calls.open(ORDER, this::call).block();
    }

    private @Nullable ChannelOutcome reverse(CardedCalls calls) {
        return calls.reverse(new OrderReference("number", AMOUNT, null, true, null), this::call)
                .block();
    }

    private Mono<ChannelOutcome> call(Object order) {
        called.add(order);
        return Mono.just(new Unknown("played", "the channel was called"));
    }

    private record Kept(@Nullable Card card) implements Cards {
        @Override
        public Mono<Boolean> keep(String number, Card wanted) {
            return Mono.just(card != null);
        }

        @Override
        public Mono<Card> of(String number) {
            return Mono.justOrEmpty(card);
        }

        @Override
        public Mono<Card> ofOrNever(String number) {
            return Mono.justOrEmpty(card);
        }

        @Override
        public Mono<byte[]> fingerprint(byte[] request) {
            return Mono.just(request);
        }

        @Override
        public Flux<CardUse> uses(MerchantId merchant, String cardNumber, int limit) {
            return Flux.empty();
        }
    }

    private record Away() implements Cards {
        @Override
        public Mono<Boolean> keep(String number, Card card) {
            return gone();
        }

        @Override
        public Mono<Card> of(String number) {
            return gone();
        }

        @Override
        public Mono<Card> ofOrNever(String number) {
            return gone();
        }

        @Override
        public Mono<byte[]> fingerprint(byte[] request) {
            return gone();
        }

        @Override
        public Flux<CardUse> uses(MerchantId merchant, String cardNumber, int limit) {
            return gone().flux().cast(CardUse.class);
        }

        private static <T> Mono<T> gone() {
            return Mono.error(new StoreUnavailableException("away", new IllegalStateException()));
        }
    }
}
