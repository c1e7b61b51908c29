package io.sluice.core.card;

import io.sluice.core.channel.Card;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.MerchantId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The cards of attempts, by the attempts' numbers, sealed. An attempt with a card is sent only after its card was kept here, so that it can be taken
 * back, captured and refunded by any process later. All fail with {@link StoreUnavailableException} when the store is away.
 */
public interface Cards {

    /** Where no card is ever taken. */
    Cards NONE = new Cards() {
        @Override
        public Mono<Boolean> keep(String number, Card card) {
            return Mono.just(false);
        }

        @Override
        public Mono<Card> of(String number) {
            return Mono.empty();
        }

        @Override
        public Mono<Card> ofOrNever(String number) {
            return Mono.empty();
        }

        @Override
        public Mono<byte[]> fingerprint(byte[] request) {
            return Mono.error(() -> new IllegalStateException("no card is taken here"));
        }

        @Override
        public Flux<CardUse> uses(MerchantId merchant, String cardNumber, int limit) {
            return Flux.empty();
        }
    };

    /** Keeps the card; false when {@link #ofOrNever} was faster: then the attempt must not be sent. */
    Mono<Boolean> keep(String number, Card card);

    /** Empty when none was kept. */
    Mono<Card> of(String number);

    /** The same; where none was kept none ever will be, so that who finds nothing here knows that the attempt was and is never sent. */
    Mono<Card> ofOrNever(String number);

    /** By which a request that has a card in it is known again, and from which nobody finds the card: an HMAC with a key of our own. */
    Mono<byte[]> fingerprint(byte[] request);

    /** A merchant's attempts with the card of that number, newest first: found by an HMAC, without opening any. */
    Flux<CardUse> uses(MerchantId merchant, String cardNumber, int limit);
}
