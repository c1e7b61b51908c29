package io.sluice.core.channel.guard;

import io.sluice.core.card.Cards;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.gather.StoreUnavailableException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Calls with the attempt's card: kept before the order leaves, found again for whatever is done about it later. Only for channels that charge
 * cards; all others are called as they are.
 */
record CardedCalls(Cards cards, boolean charged) {

    /** What was not kept is not sent. */
    Mono<ChannelOutcome> open(PayOrder order, Function<PayOrder, Mono<ChannelOutcome>> call) {
        Card card = order.card();
        if (!charged || card == null) {
            return call.apply(order);
        }
        return cards.keep(order.number(), card)
                .onErrorResume(StoreUnavailableException.class, away -> Mono.just(false))
                .flatMap(kept -> kept ? call.apply(order) : Mono.just(notKept()));
    }

    private static ChannelOutcome notKept() {
        return new NotSent(
                Fault.ORDER, "card_not_kept", "the card could not be kept, or the order was given up before");
    }

    /** What never had a card was never sent, and never will be. */
    Mono<ChannelOutcome> reverse(OrderReference order, Function<OrderReference, Mono<ChannelOutcome>> call) {
        return charged
                ? cards.ofOrNever(order.number())
                        .map(order::with)
                        .flatMap(call)
                        .defaultIfEmpty(new Reversed("never_sent"))
                        .onErrorResume(
                                StoreUnavailableException.class,
                                away -> Mono.just(new Unknown(Fault.ORDER, "card_unavailable", "the store is away")))
                : call.apply(order);
    }

    Mono<ModificationOutcome> modify(
            ModificationOrder order, Function<ModificationOrder, Mono<ModificationOutcome>> call) {
        return charged
                ? cards.of(order.orderNumber())
                        .map(order::with)
                        .flatMap(call)
                        .switchIfEmpty(Mono.defer(() -> call.apply(order)))
                        .onErrorResume(StoreUnavailableException.class, away -> Mono.just(unavailable()))
                : call.apply(order);
    }

    private static ModificationOutcome unavailable() {
        return new ModificationOutcome.NotSent(Fault.ORDER, "card_unavailable", "the store is away");
    }
}
