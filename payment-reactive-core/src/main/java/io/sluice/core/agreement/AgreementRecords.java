package io.sluice.core.agreement;

import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementDecision;
import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.channel.AgreementOutcome;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Writes down what channels say of agreements, at once or later, whoever asked. */
public final class AgreementRecords {

    private final Agreements agreements;
    private final AgreementChannels channels;
    private final Clock clock;

    public AgreementRecords(Agreements agreements, AgreementChannels channels, Clock clock) {
        this.agreements = agreements;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * Records what the channel said to the call that {@code agreement} stands for.
     *
     * @return the agreement as it stands then; where somebody else was faster, as he left it
     */
    Mono<Agreement> conclude(Agreement agreement, AgreementOutcome outcome) {
        return channels.inDoubtWindow(agreement)
                .map(inDoubt -> agreement.concluded(agreement.call(), outcome, inDoubt, clock.instant()))
                .flatMap(decision -> record(agreement, decision));
    }

    /** Asks the channel to end it, and records what it says. */
    Mono<Agreement> revoke(Agreement agreement) {
        return agreements
                .token(agreement)
                .flatMap(token -> channels.revoke(agreement, token))
                .flatMap(outcome -> conclude(agreement, outcome));
    }

    Mono<Agreement> record(Agreement before, AgreementDecision decision) {
        return decision instanceof Changed(Agreement after, var token)
                ? agreements
                        .change(after, token)
                        .flatMap(
                                written -> written ? Mono.just(after) : agreements.find(before.merchant(), before.id()))
                : Mono.just(before);
    }
}
