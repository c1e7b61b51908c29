package io.sluice.core.agreement;

import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import reactor.core.publisher.Mono;

/** Agreements as those who charge by them see them. All fail with {@link StoreUnavailableException} when the store is away. */
public interface SignedAgreements {

    /** Where there are no agreements. */
    SignedAgreements NONE = new SignedAgreements() {
        @Override
        public Mono<Agreement> find(MerchantId merchant, AgreementId id) {
            return Mono.empty();
        }

        @Override
        public Mono<String> token(Agreement agreement) {
            return Mono.empty();
        }
    };

    /** Empty when the merchant has no such agreement. */
    Mono<Agreement> find(MerchantId merchant, AgreementId id);

    /** Empty when it was never signed, or is over. */
    Mono<String> token(Agreement agreement);
}
