package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.channels.contract.AgreementContract;
import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.SignsAgreements;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cards that are bound to agreements. */
class BindingTest extends AgreementContract {

    private final Shop shop = new Shop();

    @Override
    protected SignsAgreements channel() {
        return shop.channel;
    }

    @Override
    protected SimulatorControl simulator() {
        return shop.simulator();
    }

    @Test
    void whoCannotEncryptCardNumbersSignsNone() {
        assertThat(shop.channel.agreementMethods()).containsExactly("unionpay_agreement");
        assertThat(new Shop(Map.of("encryption_certificate", "")).channel.agreementMethods())
                .isEmpty();
        assertThat(Shop.signingBySm2().channel.agreementMethods()).isEmpty();
        assertThatThrownBy(() -> new Shop(Map.of("encryption_certificate", "none")))
                .hasMessageContaining("'encryption_certificate' must hold X.509");
    }
}
