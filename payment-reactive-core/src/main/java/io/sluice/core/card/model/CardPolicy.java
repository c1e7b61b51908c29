package io.sluice.core.card.model;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.MethodCapability;
import java.util.List;
import java.util.Optional;

/** A card is brought where the method needs one, and nowhere else: what is not needed is not taken. */
public final class CardPolicy {

    private CardPolicy() {}

    /**
     * @param code stable, for the merchant's program
     * @param field of the request
     */
    public record Objection(String code, String field, String message) {}

    /**
     * @param brought whether the request has a card
     * @param offers of the merchant's accounts; a method that nobody offers is not objected to here
     */
    public static Optional<Objection> objection(String method, boolean brought, List<Capabilities> offers) {
        List<MethodCapability> offered = Capabilities.offers(offers, method);
        boolean needed = offered.stream().anyMatch(MethodCapability::cardRequired);
        if (needed && !brought) {
            return refused("card_required", method + " needs card, with the number and the expiry of the payer's card");
        }
        if (brought && !needed && !offered.isEmpty()) {
            return refused("card_unexpected", method + " charges no card: send none, it is kept nowhere");
        }
        return Optional.empty();
    }

    private static Optional<Objection> refused(String code, String message) {
        return Optional.of(new Objection(code, "card", message));
    }
}
