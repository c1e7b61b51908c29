package io.sluice.core.agreement.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.agreement.model.ChargePolicy.Objection;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.AgreementId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargePolicyTest {

    private static final String AGREED = "unionpay_agreement";
    private static final AgreementId NAMED = AgreementId.next();
    private static final List<Capabilities> OFFERS = List.of(new Capabilities(
            "unionpay",
            List.of(
                    new MethodCapability(AGREED, List.of("CNY"), 1, 100, false, ManualCapture.ONCE, false, true),
                    new MethodCapability("unionpay_gateway", List.of("CNY"), 1, 100, false)),
            Duration.ZERO));

    @Test
    void anAgreementWhereItIsNeededAndNowhereElse() {
        assertThat(ChargePolicy.objection(AGREED, NAMED, OFFERS)).isEmpty();
        assertThat(ChargePolicy.objection("unionpay_gateway", null, OFFERS)).isEmpty();
        assertThat(ChargePolicy.objection(AGREED, null, OFFERS))
                .map(Objection::code)
                .hasValue("agreement_required");
        assertThat(ChargePolicy.objection("unionpay_gateway", NAMED, OFFERS))
                .map(Objection::code)
                .hasValue("agreement_unexpected");
        assertThat(ChargePolicy.objection("nobody_offers", NAMED, OFFERS)).isEmpty();
    }

    @Test
    void onlyWhatIsActiveIsCharged() {
        Agreement active = AgreementFixtures.active();
        assertThat(ChargePolicy.objection(AGREED, active.id(), active)).isEmpty();
        for (Agreement other :
                List.of(AgreementFixtures.requested(), AgreementFixtures.confirming(), AgreementFixtures.revoking())) {
            assertThat(ChargePolicy.objection(AGREED, other.id(), other)).hasValueSatisfying(no -> {
                assertThat(no.code()).isEqualTo("agreement_unusable");
                assertThat(no.message()).endsWith(other.state().wireName());
            });
        }
    }

    @Test
    void onlyTheMerchantsOwnAndOnlyByItsMethod() {
        Agreement active = AgreementFixtures.active();
        assertThat(ChargePolicy.objection(AGREED, NAMED, (Agreement) null))
                .map(Objection::code)
                .hasValue("agreement_unknown");
        assertThat(ChargePolicy.objection("card_agreement", active.id(), active))
                .map(Objection::code)
                .hasValue("agreement_mismatch");
    }
}
