package io.sluice.core.agreement;

import io.sluice.core.channel.Card;

/** Whom the channel is to ask, and for which card. Its {@code toString} shows neither. */
public record PayerCard(Card card, String phone) {

    @Override
    public String toString() {
        return "PayerCard[]";
    }
}
