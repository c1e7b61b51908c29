package io.sluice.core.agreement;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.SignsAgreements;
import io.sluice.core.channel.SmsCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A channel that answers what a test says. */
final class SigningChannel implements ChannelProvider, SignsAgreements {

    Mono<AgreementOutcome> signing = Mono.just(new AgreementOutcome.Pending(NextAction.smsCode("13800001234")));
    Mono<AgreementOutcome> confirming = Mono.just(new AgreementOutcome.Signed("token"));
    Mono<AgreementOutcome> inquiring = Mono.just(new AgreementOutcome.Signed("token"));
    Mono<AgreementOutcome> revoking = Mono.just(new AgreementOutcome.Ended("00"));

    @Override
    public String channel() {
        return "signing";
    }

    @Override
    public List<String> methods() {
        return List.of();
    }

    @Override
    public List<AccountField> accountFields() {
        return List.of();
    }

    @Override
    public Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        return this;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities("signing", List.of(), Duration.ofSeconds(60));
    }

    @Override
    public Set<String> agreementMethods() {
        return Set.of("signing_agreement");
    }

    @Override
    public Mono<AgreementOutcome> sign(AgreementOrder order) {
        return signing;
    }

    @Override
    public Mono<AgreementOutcome> confirm(AgreementOrder order, SmsCode code) {
        return confirming;
    }

    @Override
    public Mono<AgreementOutcome> inquireAgreement(AgreementReference agreement) {
        return inquiring;
    }

    @Override
    public Mono<AgreementOutcome> revoke(AgreementReference agreement) {
        return revoking;
    }
}
