package io.sluice.core.agreement.model;

import io.sluice.core.channel.Card;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;

/**
 * An agreement to be asked for. Its {@code toString} shows neither the card nor the telephone number.
 *
 * @param phone which the payer's bank knows, digits only
 */
public record NewAgreement(
        AgreementId id,
        MerchantId merchant,
        ChannelAccountId account,
        String channel,
        String method,
        Card card,
        String phone) {

    @Override
    public String toString() {
        return "NewAgreement[" + id + ", " + method + "]";
    }
}
