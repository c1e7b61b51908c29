package io.sluice.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Rooms;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(45);

    private final WebhookEndpointId slow = WebhookEndpointId.next();
    private final WebhookEndpointId quick = WebhookEndpointId.next();
    private final Lanes lanes = new Lanes(new Limits(40, 16, Duration.ofSeconds(15), Duration.ofSeconds(45)));

    @Test
    void asksForWhatALaneCanHold() {
        lanes.want(List.of(slow, quick));
        assertThat(lanes.claim()).isEqualTo(Map.of(slow, 16, quick, 16));
        assertThat(lanes.claim()).isEmpty();
    }

    @Test
    void startsAsManyAsTheLimitAndMoreWithEachSuccess() {
        take(quick);
        assertThat(lanes.start(quick, NOW)).hasSize(4);
        assertThat(lanes.start(quick, NOW)).isEmpty();
        lanes.answered(quick, true);
        assertThat(lanes.start(quick, NOW)).as("though nothing is recorded yet").hasSize(5);
    }

    @Test
    void givesOneAtATimeToAnEndpointThatFails() {
        take(slow);
        for (Delivery failed : lanes.start(slow, NOW)) {
            assertThat(failed.endpointId()).isEqualTo(slow);
            lanes.answered(slow, false);
            lanes.settled(slow);
        }
        assertThat(lanes.start(slow, NOW)).hasSize(1);
        assertThat(lanes.start(slow, NOW)).isEmpty();
        lanes.want(List.of(slow, quick));
        assertThat(lanes.claim()).isEqualTo(Map.of(quick, 16));
    }

    @Test
    void asksAgainWhenAFullLaneHasRoom() {
        take(quick);
        lanes.want(List.of(quick));
        assertThat(lanes.claim()).isEmpty();
        lanes.start(quick, NOW);
        lanes.answered(quick, true);
        assertThat(lanes.claim()).as("what is recorded is held").isEmpty();
        lanes.settled(quick);
        assertThat(lanes.claim()).isEqualTo(Map.of(quick, 17));
    }

    @Test
    void remembersWhatAnEndpointIsWorthBetweenBurstsUnlessThereAreMany() {
        lanes.add(Deliver.some(3, quick), LATER);
        lanes.start(quick, NOW).forEach(sent -> {
            lanes.answered(quick, true);
            lanes.settled(quick);
        });
        lanes.forgetIfIdle(quick);
        assertThat(lanes.rooms().byEndpoint())
                .hasEntrySatisfying(quick, room -> assertThat(room).isGreaterThan(16));

        lanes.forgetIfIdle(slow);
        Stream.generate(WebhookEndpointId::next).limit(62).forEach(lanes::forgetIfIdle);
        lanes.forgetIfIdle(quick);
        assertThat(lanes.rooms().byEndpoint()).hasSize(64).containsKeys(quick, slow);
        lanes.forgetIfIdle(WebhookEndpointId.next());
        assertThat(lanes.rooms().byEndpoint())
                .as("who has been idle for longest is forgotten")
                .hasSize(64)
                .containsKey(quick)
                .doesNotContainKey(slow);
    }

    @Test
    void whoIsBusyAgainIsNotForgotten() {
        lanes.forgetIfIdle(quick);
        lanes.add(Deliver.some(1, quick), LATER);
        Stream.generate(WebhookEndpointId::next).limit(64).forEach(lanes::forgetIfIdle);
        assertThat(lanes.start(quick, NOW)).hasSize(1);
    }

    @Test
    void leavesWhatHasWaitedTooLongToTheNextTaker() {
        take(slow);
        assertThat(lanes.start(slow, LATER)).isEmpty();
        assertThat(lanes.held()).isZero();
    }

    @Test
    void holdsNoMoreThanAllTogetherMayAndKeepsTheRestInTurn() {
        List<WebhookEndpointId> four = List.of(
                WebhookEndpointId.next(), WebhookEndpointId.next(), WebhookEndpointId.next(), WebhookEndpointId.next());
        lanes.want(four);
        Map<WebhookEndpointId, Integer> rooms = lanes.claim();
        assertThat(rooms).isEqualTo(Map.of(four.get(0), 16, four.get(1), 16, four.get(2), 8));
        rooms.forEach((endpoint, room) -> lanes.add(Map.of(endpoint, room), Deliver.some(room, endpoint), LATER));
        assertThat(lanes.held()).isEqualTo(40);
        assertThat(lanes.claim()).isEmpty();
        assertThat(lanes.rooms().ofOthers()).isZero();
        lanes.start(four.getFirst(), NOW);
        lanes.answered(four.getFirst(), true);
        lanes.settled(four.getFirst());
        assertThat(lanes.claim()).isEqualTo(Map.of(four.getLast(), 1));
    }

    @Test
    void hasRoomForWhatIsNewUnlessSomethingOlderWaits() {
        assertThat(lanes.rooms()).isEqualTo(new Rooms(Map.of(), 16));
        lanes.add(Deliver.some(3, quick), LATER);
        assertThat(lanes.rooms()).isEqualTo(new Rooms(Map.of(quick, 13), 16));
        take(quick);
        lanes.want(List.of(slow));
        assertThat(lanes.rooms()).isEqualTo(new Rooms(Map.of(quick, 0, slow, 0), 16));
    }

    @Test
    void holdsMostForAnEndpointThatHasAnsweredWell() {
        Lanes wide = new Lanes(new Limits(1000, 16, Duration.ofSeconds(15), Duration.ofSeconds(45)));
        wide.add(Deliver.some(2, quick), LATER);
        wide.start(quick, NOW);
        wide.answered(quick, true);
        assertThat(wide.rooms().byEndpoint()).containsEntry(quick, 4 * 8 - 2);
        wide.answered(quick, true);
        assertThat(wide.rooms().byEndpoint()).containsEntry(quick, 16 * 16 - 2);
        wide.settled(quick);
        wide.add(Deliver.some(1, quick), LATER);
        wide.start(quick, NOW);
        wide.answered(quick, false);
        assertThat(wide.rooms().byEndpoint()).containsEntry(quick, 4 * 8 - 2);
    }

    @Test
    void givesBackWhatIsNotOnItsWay() {
        take(quick);
        lanes.start(quick, NOW);
        assertThat(lanes.drain()).hasSize(12);
        assertThat(lanes.held()).isEqualTo(4);
    }

    private void take(WebhookEndpointId endpoint) {
        lanes.want(List.of(endpoint));
        Map<WebhookEndpointId, Integer> rooms = lanes.claim();
        lanes.add(rooms, Deliver.some(rooms.getOrDefault(endpoint, 0), endpoint), LATER);
    }
}
