package io.sluice.channels.bank;

import io.sluice.channels.bank.model.Kind;
import io.sluice.channels.bank.model.ModificationPolicy;
import io.sluice.channels.bank.model.Reference;
import io.sluice.channels.bank.model.Requests;
import io.sluice.channels.bank.model.ReversalReason;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Completions, voids and refunds of what a reference names. */
final class Modifications {

    private final Requests requests;
    private final Teller teller;

    Modifications(Requests requests, Teller teller) {
        this.requests = requests;
        this.teller = teller;
    }

    Mono<ModificationOutcome> ask(Kind kind, ModificationOrder order) {
        Card card = order.card();
        Optional<Reference> original = original(order);
        if (card == null || original.isEmpty()) {
            return Mono.just(new NotSent(
                    Fault.ORDER,
                    card == null ? "card_missing" : "reference_missing",
                    "the host must be told the card and what is to be modified"));
        }
        return teller.ask(order.number(), trace -> requests.modification(kind, order, card, original.get(), trace))
                .map(told -> ModificationPolicy.asked(told.reply(), kind, order, told.trace()));
    }

    /** What nobody knows of is not asked about but taken back. */
    Mono<ModificationOutcome> takeBack(Kind kind, ModificationOrder order) {
        Card card = order.card();
        return card == null
                ? Mono.just(new Unknown(
                        Fault.ORDER, "card_missing", "without its card a modification cannot be taken back"))
                : teller.reverse(kind, order.number(), order.amount(), card, ReversalReason.of(order.doubt()))
                        .map(ModificationPolicy::reversed);
    }

    private static Optional<Reference> original(ModificationOrder order) {
        return Optional.ofNullable(order.reference()).flatMap(Reference::parse);
    }
}
