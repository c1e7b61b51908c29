package io.sluice.edge.overload.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimedKeyTest {

    @Test
    void isTheKeyIdOfTheSignature() {
        assertThat(ClaimedKey.in("s=(\"@method\" \"@path\");created=1;keyid=\"tea-2026\";tag=\"sluice\""))
                .isEqualTo("tea-2026");
    }

    @Test
    void isNobodyWhereThereIsNoneOrNoneThatCouldBe() {
        assertThat(ClaimedKey.in(null)).isNull();
        assertThat(ClaimedKey.in("s=();keyid=tea")).isNull();
        assertThat(ClaimedKey.in("s=();keyid=\"tea")).isNull();
        assertThat(ClaimedKey.in("s=();keyid=\"" + "x".repeat(300) + "\"")).isNull();
    }
}
