package io.sluice.channels.paypal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.DocumentedCodes;
import org.junit.jupiter.api.Test;

class OutcomeCodesTest {

    @Test
    void documentedAsTheyAre() {
        assertThat(DocumentedCodes.of("PayPal")).isEqualTo(OutcomeCodes.MEANINGS);
    }
}
