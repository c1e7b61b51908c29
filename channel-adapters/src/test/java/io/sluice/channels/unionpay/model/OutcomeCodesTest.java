package io.sluice.channels.unionpay.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.DocumentedCodes;
import org.junit.jupiter.api.Test;

class OutcomeCodesTest {

    @Test
    void theDocumentSaysWhatTheCodesMean() {
        assertThat(DocumentedCodes.of("UnionPay")).isEqualTo(OutcomeCodes.MEANINGS);
    }
}
