package io.sluice.channels.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.DocumentedCodes;
import org.junit.jupiter.api.Test;

class OutcomeCodesTest {

    @Test
    void documentedAsTheyAre() {
        assertThat(DocumentedCodes.of("Bank hosts")).isEqualTo(OutcomeCodes.MEANINGS);
    }
}
