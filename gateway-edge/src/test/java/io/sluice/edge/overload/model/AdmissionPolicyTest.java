package io.sluice.edge.overload.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.overload.model.AdmissionPolicy.Limits;
import io.sluice.edge.overload.model.AdmissionPolicy.Load;
import org.junit.jupiter.api.Test;

class AdmissionPolicyTest {

    private static final Limits LIMITS = new Limits(100, 30, 40, 1000);

    @Test
    void nobodyIsAskedForHisShareWhileThereIsRoom() {
        assertThat(AdmissionPolicy.judge(new Load(39, 0, 39, 39, 20), LIMITS)).isNull();
    }

    @Test
    void inACrowdWhoHasTooMuchIsKeptOutAndNobodyElse() {
        assertThat(AdmissionPolicy.judge(new Load(40, 0, 40, 30, 11), LIMITS)).isEqualTo(Refusal.OVER_SHARE);
        assertThat(AdmissionPolicy.judge(new Load(99, 0, 99, 13, 11), LIMITS)).isNull();
        assertThat(AdmissionPolicy.judge(new Load(99, 0, 99, 14, 11), LIMITS)).isEqualTo(Refusal.OVER_SHARE);
    }

    @Test
    void whoIsAloneMayHaveItAll() {
        assertThat(AdmissionPolicy.judge(new Load(99, 0, 99, 99, 1), LIMITS)).isNull();
    }

    @Test
    void aFewAreNobodysUndoing() {
        assertThat(AdmissionPolicy.judge(new Load(50, 0, 50, 3, 1000), LIMITS)).isNull();
    }

    @Test
    void thereIsAnEndToIt() {
        assertThat(AdmissionPolicy.judge(new Load(100, 29, 129, 1, 50), LIMITS)).isNull();
        assertThat(AdmissionPolicy.judge(new Load(100, 30, 130, 1, 50), LIMITS)).isEqualTo(Refusal.OVERLOADED);
        assertThat(AdmissionPolicy.judge(new Load(5, 0, 1000, 1, 50), LIMITS)).isEqualTo(Refusal.FULL);
    }
}
