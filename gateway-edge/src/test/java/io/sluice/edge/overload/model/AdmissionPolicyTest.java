package io.sluice.edge.overload.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.overload.model.AdmissionPolicy.Limits;
import io.sluice.edge.overload.model.AdmissionPolicy.Load;
import io.sluice.edge.overload.model.AdmissionPolicy.Mine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionPolicyTest {

    private static final Limits LIMITS = new Limits(100, 30, 40, 1000);

    private static final Mine ALL_OF_IT = new Mine(99, 99, 0);
    private static final Mine LITTLE = new Mine(1, 1, 0);

    @Test
    void nobodyIsAskedForHisShareWhileThereIsRoom() {
        assertThat(AdmissionPolicy.judge(new Load(39, 0, 39, 20, 99, 50, ALL_OF_IT), LIMITS))
                .isNull();
    }

    @Test
    void inACrowdWhoAsksForMuchMoreGetsAnEqualShareAndNoMore() {
        assertThat(judgeInACrowd(new Mine(9, 60, 0))).isNull();
        assertThat(judgeInACrowd(new Mine(10, 60, 0))).isEqualTo(Refusal.OVER_SHARE);
        assertThat(judgeInACrowd(new Mine(90, 60, 0))).isEqualTo(Refusal.OVER_SHARE);
    }

    @Test
    void whatIsSpentOnRefusingHimIsTakenFromHisShare() {
        // Four others are let in twenty times each and he as often, and ninety of his are refused, which is worth
        // three.
        assertThat(judgeLoud(17)).isNull();
        assertThat(judgeLoud(18)).isEqualTo(Refusal.OVER_SHARE);
    }

    private static @Nullable Refusal judgeLoud(int taken) {
        return AdmissionPolicy.judge(new Load(99, 3, 102, 5, 190, 100, new Mine(taken, 110, 90)), LIMITS);
    }

    @Test
    void whoAsksForNoMoreThanOthersIsNotToldApartByAMoment() {
        assertThat(judgeInACrowd(new Mine(40, 15, 0))).isNull();
    }

    @Test
    void aBurstIsLetBe() {
        assertThat(AdmissionPolicy.judge(new Load(45, 0, 45, 10, 50, 0, new Mine(40, 45, 0)), LIMITS))
                .isNull();
        assertThat(AdmissionPolicy.judge(new Load(45, 0, 45, 10, 51, 0, new Mine(40, 45, 0)), LIMITS))
                .isEqualTo(Refusal.OVER_SHARE);
    }

    @Test
    void whoIsLargeIsNotLoudWhileAllIsDone() {
        assertThat(AdmissionPolicy.judge(new Load(90, 0, 90, 10, 900, 800, new Mine(80, 800, 0)), LIMITS))
                .isNull();
        assertThat(AdmissionPolicy.judge(new Load(90, 0, 90, 10, 901, 800, new Mine(80, 800, 0)), LIMITS))
                .isEqualTo(Refusal.OVER_SHARE);
    }

    @Test
    void whoIsAloneMayHaveItAll() {
        assertThat(AdmissionPolicy.judge(new Load(99, 0, 99, 1, 99, 50, ALL_OF_IT), LIMITS))
                .isNull();
    }

    @Test
    void aFewAreNobodysUndoing() {
        assertThat(AdmissionPolicy.judge(new Load(50, 0, 50, 1000, 100, 50, new Mine(1, 90, 0)), LIMITS))
                .isNull();
        assertThat(AdmissionPolicy.judge(new Load(50, 0, 50, 1000, 100, 50, new Mine(2, 90, 0)), LIMITS))
                .isEqualTo(Refusal.OVER_SHARE);
    }

    @Test
    void thereIsAnEndToIt() {
        assertThat(AdmissionPolicy.judge(new Load(100, 29, 129, 50, 100, 50, LITTLE), LIMITS))
                .isNull();
        assertThat(AdmissionPolicy.judge(new Load(100, 30, 130, 50, 100, 50, LITTLE), LIMITS))
                .isEqualTo(Refusal.OVERLOADED);
        assertThat(AdmissionPolicy.judge(new Load(5, 0, 1000, 50, 100, 50, LITTLE), LIMITS))
                .isEqualTo(Refusal.FULL);
    }

    /** Ten merchants; 90 requests are worked on, 100 were asked for, and 50 done. */
    private static @Nullable Refusal judgeInACrowd(Mine mine) {
        return AdmissionPolicy.judge(new Load(90, 0, 90, 10, 100, 50, mine), LIMITS);
    }
}
