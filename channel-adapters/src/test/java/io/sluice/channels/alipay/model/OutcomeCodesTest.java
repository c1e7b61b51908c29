package io.sluice.channels.alipay.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.DocumentedCodes;
import io.sluice.core.channel.OutcomeCode;
import org.junit.jupiter.api.Test;

class OutcomeCodesTest {

    @Test
    void documentedAsTheyAre() {
        assertThat(DocumentedCodes.of("Alipay")).isEqualTo(OutcomeCodes.MEANINGS);
    }

    @Test
    void whatTheGatewayRefusesWasNotProcessed() {
        assertThat(OutcomeCodes.of("isv.some-new-code")).isEqualTo(OutcomeCode.REQUEST_REFUSED);
        assertThat(OutcomeCodes.saysNotProcessed("isv.invalid-signature")).isTrue();
    }

    @Test
    void whatNobodyKnowsMayHaveDoneAnything() {
        assertThat(OutcomeCodes.of("ACQ.SOME_NEW_CODE")).isEqualTo(OutcomeCode.OUTCOME_UNKNOWN);
        assertThat(OutcomeCodes.saysNotProcessed("ACQ.SOME_NEW_CODE")).isFalse();
    }
}
