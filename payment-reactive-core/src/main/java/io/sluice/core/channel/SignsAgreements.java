package io.sluice.core.channel;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Lets a merchant charge a payer's card again and again, after the payer agreed to it once. */
public interface SignsAgreements extends Channel {

    /** The methods whose payments need an agreement that is signed here; empty where the account is not set up for any. */
    Set<String> agreementMethods();

    /**
     * Asks the payer to agree. Repeating the same order is harmless: {@link AgreementOrder#number()} makes it idempotent.
     *
     * @return {@link AgreementOutcome.Pending} with what the payer must do, otherwise what is known; never an error and never
     *     empty
     */
    Mono<AgreementOutcome> sign(AgreementOrder order);

    /**
     * Hands over the code that the payer was sent. The same code is never sent twice by the gateway.
     *
     * @return {@link AgreementOutcome.Signed} or {@link AgreementOutcome.WrongCode}, otherwise what is known; never an error
     *     and never empty
     */
    Mono<AgreementOutcome> confirm(AgreementOrder order, SmsCode code);

    /**
     * Asks what has become of an agreement. {@link AgreementOutcome.Absent} is what the channel says now; whether that is
     * definite is the caller's to decide, by the in-doubt window of {@link Capabilities}.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<AgreementOutcome> inquireAgreement(AgreementReference agreement);

    /**
     * Ends an agreement. Repeating is harmless, and is done until the channel says that there is none.
     *
     * @return {@link AgreementOutcome.Ended} when nothing can be charged by it any more, otherwise what is known; never an
     *     error and never empty
     */
    Mono<AgreementOutcome> revoke(AgreementReference agreement);
}
