package io.sluice.core.agreement.r2dbc;

import io.sluice.core.agreement.PayerCard;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.channel.Card;
import io.sluice.core.secret.Vault;
import java.time.YearMonth;

/** What of an agreement is kept sealed, each under a key of its own and bound to its row. */
record SealedPayer(Vault vault) {

    byte[] seal(Agreement agreement, PayerCard payer) {
        Card card = payer.card();
        return vault.envelop(card.number() + " " + card.expiry() + " " + payer.phone(), payerOf(agreement));
    }

    PayerCard open(Agreement agreement, byte[] sealed) {
        String[] parts = vault.unfold(sealed, payerOf(agreement)).split(" ", 3);
        return new PayerCard(new Card(parts[0], YearMonth.parse(parts[1])), parts[2]);
    }

    byte[] sealToken(Agreement agreement, String token) {
        return vault.envelop(token, tokenOf(agreement));
    }

    String openToken(Agreement agreement, byte[] sealed) {
        return vault.unfold(sealed, tokenOf(agreement));
    }

    private static String payerOf(Agreement agreement) {
        return "agreement_payer:" + agreement.id();
    }

    private static String tokenOf(Agreement agreement) {
        return "agreement_token:" + agreement.id();
    }
}
