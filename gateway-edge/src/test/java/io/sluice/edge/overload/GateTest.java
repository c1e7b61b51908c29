package io.sluice.edge.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.overload.model.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final int CROWD = 250;

    private final AtomicLong nanos = new AtomicLong();
    private final Gate gate = new Gate(
            new AdmissionSettings(
                    Duration.ofMillis(100), Duration.ofMillis(4), Duration.ofMillis(10), Duration.ofSeconds(1), 600),
            nanos::get);

    @Test
    void whatWaitsForAChannelTakesNoRoom() {
        List<Slot> slots = admit(500, "a", "key");
        assertThat(gate.isBusy()).isTrue();
        slots.forEach(Slot::pauses);
        assertThat(gate.isBusy()).isFalse();
        assertThat(gate.working()).isZero();
        assertThat(objection("a", "key")).isNull();
        slots.forEach(Slot::goesOn);
        assertThat(gate.working()).isEqualTo(500);
        slots.forEach(Slot::over);
        assertThat(gate.working()).isZero();
        assertThat(gate.open()).isZero();
    }

    @Test
    void whoFindsItFullWaitsForHisTurn() {
        List<Slot> slots = admit(500, "a", "key");
        List<String> turns = new ArrayList<>();
        admitLater("first", turns);
        Slot gone = admitLater("gone", turns);
        admitLater("second", turns);
        gone.over();
        assertThat(turns).isEmpty();
        slots.getFirst().over();
        assertThat(turns).containsExactly("first");
        slots.get(1).pauses();
        assertThat(turns).containsExactly("first", "second");
        assertThat(gate.working()).isEqualTo(500);
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void theLineIsAsLongAsItMovesInTheTimeForIt() {
        admit(500, "a", "key");
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            assertThat(objection("a", "key")).isNull();
            admitLater("a", turns);
        }
        assertThat(objection("a", "key")).isEqualTo(Refusal.OVERLOADED);
        assertThat(turns).isEmpty();
    }

    @Test
    void thereIsHasteForASecondFromARefusal() {
        admit(500, "a", "key");
        List<String> turns = new ArrayList<>();
        while (objection("a", "key") == null) {
            assertThat(gate.isNeeded()).isFalse();
            admitLater("a", turns);
        }
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(gate.isNeeded()).isTrue();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(gate.isNeeded()).isFalse();
    }

    @Test
    void whoComesAsSomebodyLeavesGoesBehindThoseWhoWait() {
        List<Slot> slots = admit(501, "a", "key");
        List<String> turns = new ArrayList<>();
        admitLater("first", turns);
        slots.getFirst().over();
        assertThat(turns).isEmpty();
        assertThat(gate.isBusy()).isTrue();
        slots.get(1).over();
        assertThat(turns).containsExactly("first");
    }

    @Test
    void butThereIsAnEndToWhatMayWait() {
        admit(500, "a", "key").forEach(Slot::pauses);
        admit(100, "a", "key").forEach(Slot::pauses);
        assertThat(objection("a", "key")).isEqualTo(Refusal.FULL);
    }

    @Test
    void aSlotIsGivenBackOnce() {
        Slot slot = admit(1, "a", "key").getFirst();
        slot.pauses();
        slot.over();
        slot.goesOn();
        slot.over();
        slot.pauses();
        assertThat(gate.working()).isZero();
        assertThat(gate.open()).isZero();
    }

    @Test
    void whatGoesOnAfterTheAnswerIsStillWorkedOn() {
        Slot slot = admit(1, "a", "key").getFirst();
        slot.workBegins();
        slot.pauses();
        slot.over();
        assertThat(gate.open()).isEqualTo(1);
        slot.goesOn();
        assertThat(gate.working()).isEqualTo(1);
        slot.workEnds();
        assertThat(gate.working()).isZero();
        assertThat(gate.open()).isZero();
    }

    @Test
    void inACrowdTheGreedyIsRefusedAndTheOthersAreNot() {
        gate.proven("a", "greedy");
        gate.proven("b", "modest");
        admit(3, "b", "modest");
        admit(CROWD, "a", "greedy");
        assertThat(objection("a", "greedy")).isEqualTo(Refusal.OVER_SHARE);
        assertThat(objection("b", "modest")).isNull();
        assertThat(gate.refusedSinceStart(Refusal.OVER_SHARE)).isEqualTo(1);
        assertThat(gate.isNeeded()).isFalse();
    }

    @Test
    void aCrowdIsMoreThanIsWorkedOnWhenAsMuchIsDoneInTheUsualTime() {
        workEachOn(20);
        // A thousand in eight tenths of a second, each in 20 ms and the patience of 10.
        assertThat(gate.limits().crowd()).isEqualTo(37);
    }

    @Test
    void fewAreACrowdAfterAnIntervalInWhichRequestsTookLongerThanInOne() {
        workEachOn(20);
        int usual = gate.limits().crowd();
        workEachOn(31);
        assertThat(gate.limits().crowd()).isLessThan(usual).isEqualTo(AdmissionSettings.LEAST_CROWD);
        workEachOn(20);
        assertThat(gate.limits().crowd()).isGreaterThan(AdmissionSettings.LEAST_CROWD);
    }

    /** A thousand requests, each that many milliseconds long, in one interval. */
    private void workEachOn(int millis) {
        List<Slot> slots = admit(1000, "a", "key");
        slots.forEach(slot -> slot.proven("key"));
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        slots.forEach(Slot::over);
        gate.nextInterval();
    }

    @Test
    void whoWasGreedyIsForgivenInSomeSeconds() {
        gate.proven("a", "greedy");
        List<Slot> many = admit(CROWD, "a", "greedy");
        admit(3, "b", "modest");
        assertThat(objection("a", "greedy")).isEqualTo(Refusal.OVER_SHARE);
        for (int i = 0; i < 60; i++) {
            admit(3, "b", "modest").forEach(Slot::over);
            gate.nextInterval();
        }
        assertThat(many).hasSize(gate.working() - 3);
        assertThat(objection("a", "greedy")).isNull();
    }

    @Test
    void whoClaimsAnothersKeyTakesFromHisOwnShare() {
        gate.proven("b", "victim");
        admit(3, "b", "victim");
        admit(CROWD, "liar", "victim");
        assertThat(objection("liar", "victim")).isEqualTo(Refusal.OVER_SHARE);
        assertThat(objection("liar", "anybody")).isEqualTo(Refusal.OVER_SHARE);
        assertThat(objection("b", "victim")).isNull();
    }

    @Test
    void whoHasNotComeForASecondDoesNotShareAnyMore() {
        gate.proven("a", "greedy");
        admit(3, "b", null).forEach(Slot::over);
        admit(CROWD, "a", "greedy");
        assertThat(objection("a", "greedy")).isEqualTo(Refusal.OVER_SHARE);
        for (int i = 0; i < 12; i++) {
            gate.nextInterval();
        }
        assertThat(objection("a", "greedy")).isNull();
    }

    @Test
    void onlyTheGatewaysOwnTimeMovesTheLimit() {
        Slot usual = admit(1, "a", "key").getFirst();
        usual.proven("key");
        nanos.addAndGet(Duration.ofMillis(5).toNanos());
        usual.over();
        gate.nextInterval();
        int before = gate.limits().all();
        Slot slow = admit(1, "a", "key").getFirst();
        List<Slot> others = admit(400, "a", "key");
        others.forEach(slot -> slot.proven("key"));
        slow.proven("key");
        slow.pauses();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        slow.goesOn();
        slow.over();
        gate.nextInterval();
        assertThat(gate.limits().all()).isEqualTo(before);
        others.forEach(Slot::over);
        gate.nextInterval();
        assertThat(gate.limits().all()).isLessThan(before);
    }

    private List<Slot> admit(int count, String address, @Nullable String key) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Share share = gate.share(address, key);
            slots.add(gate.admit(share, address, key));
        }
        return slots;
    }

    private Slot admitLater(String name, List<String> turns) {
        return gate.admitLater(gate.share(name, null), name, null, () -> turns.add(name));
    }

    private @Nullable Refusal objection(String address, @Nullable String key) {
        return gate.objection(gate.share(address, key));
    }
}
