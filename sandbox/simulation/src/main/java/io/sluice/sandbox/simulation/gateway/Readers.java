package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.ledger.posting.Decisions;
import io.sluice.ledger.posting.JournalTrouble;
import io.sluice.ledger.posting.LedgerWriter;
import io.sluice.ledger.posting.PersistentJournal;
import io.sluice.ledger.posting.json.JsonEventBodies;
import io.sluice.notifier.delivery.AttemptPipeline;
import io.sluice.notifier.delivery.Dispatcher;
import io.sluice.notifier.delivery.Limits;
import io.sluice.notifier.delivery.Poll;
import io.sluice.notifier.delivery.Sender;
import io.sluice.notifier.delivery.model.DeliveryPolicy;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.RetrySchedule;
import io.sluice.notifier.endpoint.Endpoints;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import io.sluice.notifier.intake.Intake;
import io.sluice.sandbox.simulation.time.Machine;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Those who read events: the books and the webhooks. */
final class Readers {

    private static final Limits LIMITS = new Limits(16, 4, Duration.ofSeconds(15), Duration.ofSeconds(10));
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(1);

    private Readers() {}

    static void startLedger(World world) {
        var journal = new PersistentJournal(new SimulatedJournal(world), new JournalTrouble());
        var writer = new LedgerWriter(
                new SimulatedStream(world), new Decisions(new JsonEventBodies()), journal, Runnable::run);
        writer.run()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1)))
                .subscribe();
    }

    static void startNotifier(World world, Machine machine) {
        SimulatedDeliveries deliveries = new SimulatedDeliveries(world);
        Clock clock = world.time.clockOf(machine);
        var pipeline = new AttemptPipeline(
                endpoints(world),
                sender(world),
                deliveries,
                new DeliveryPolicy(RetrySchedule.STANDARD),
                clock,
                attempt -> {});
        var dispatcher = new Dispatcher(deliveries, pipeline, LIMITS, clock);
        new Intake(new SimulatedStream(world), dispatcher::enqueue).run().subscribe();
        new Poll(deliveries, dispatcher).every(POLL).subscribe();
    }

    private static Endpoints endpoints(World world) {
        return (WebhookEndpointId id) ->
                Mono.just(new WebhookEndpoint(id, world.merchant.id(), "https://shop.invalid/webhooks", List.of()));
    }

    private static Sender sender(World world) {
        return (endpoint, delivery, at) -> world.network
                .ask(
                        Link.WEBHOOK,
                        "webhook " + delivery.eventId(),
                        () -> world.receiver.receive(delivery.eventId(), delivery.body()))
                .timeout(ANSWER_WITHIN)
                .<Exchange>map(status -> new Exchange.Answered(status, Optional.empty(), ""))
                .onErrorResume(error -> Mono.just(new Exchange.Failed(String.valueOf(error.getMessage()))));
    }
}
