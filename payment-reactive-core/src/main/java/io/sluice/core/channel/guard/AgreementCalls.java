package io.sluice.core.channel.guard;

import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.NotSent;
import io.sluice.core.channel.AgreementOutcome.Unknown;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.SignsAgreements;
import io.sluice.core.channel.SmsCode;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A channel account's agreements behind its guard. Every call yields one outcome: never an error, never empty. */
public final class AgreementCalls {

    private final SignsAgreements channel;
    private final ChannelGuard guard;

    AgreementCalls(SignsAgreements channel, ChannelGuard guard) {
        this.channel = channel;
        this.guard = guard;
    }

    public Set<String> methods() {
        return channel.agreementMethods();
    }

    public Mono<AgreementOutcome> sign(AgreementOrder order) {
        return guard.guardAgreement("sign_agreement", channel.sign(order));
    }

    public Mono<AgreementOutcome> confirm(AgreementOrder order, SmsCode code) {
        return guard.guardAgreement("confirm_agreement", channel.confirm(order, code));
    }

    /** A question that was not sent says nothing about the agreement that it asked for. */
    public Mono<AgreementOutcome> inquire(AgreementReference agreement) {
        return guard.guardAgreement("inquire_agreement", channel.inquireAgreement(agreement))
                .map(outcome -> outcome instanceof NotSent(var fault, String code, String message)
                        ? new Unknown(fault, code, message)
                        : outcome);
    }

    public Mono<AgreementOutcome> revoke(AgreementReference agreement) {
        return guard.guardAgreement("revoke_agreement", channel.revoke(agreement));
    }
}
