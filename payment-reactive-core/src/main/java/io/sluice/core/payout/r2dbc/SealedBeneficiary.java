package io.sluice.core.payout.r2dbc;

import io.sluice.core.channel.Beneficiary;
import io.sluice.core.channel.CardNumber;
import io.sluice.core.id.PayoutId;
import io.sluice.core.secret.Vault;
import java.util.HexFormat;
import java.util.List;

/** A beneficiary as it stands in its payout's row: sealed under a key of its own, and bound to the row. */
final class SealedBeneficiary {

    private SealedBeneficiary() {}

    /** In hexadecimal digits. */
    static String seal(Vault vault, PayoutId payout, Beneficiary beneficiary) {
        return HexFormat.of().formatHex(vault.envelop(text(beneficiary), row(payout)));
    }

    /** @throws IllegalStateException when it is of a kind that this version does not know */
    static Beneficiary open(Vault vault, PayoutId payout, byte[] sealed) {
        List<String> lines = vault.unfold(sealed, row(payout)).lines().toList();
        if (!lines.getFirst().equals(Beneficiary.BankCard.TYPE)) {
            throw new IllegalStateException(
                    "the beneficiary of " + payout + " is of an unknown kind: " + lines.getFirst());
        }
        return new Beneficiary.BankCard(new CardNumber(lines.get(1)), lines.get(2));
    }

    private static String text(Beneficiary beneficiary) {
        return switch (beneficiary) {
            case Beneficiary.BankCard(CardNumber number, String name) ->
                String.join("\n", Beneficiary.BankCard.TYPE, number.value(), name);
        };
    }

    private static String row(PayoutId payout) {
        return "payout:" + payout;
    }
}
