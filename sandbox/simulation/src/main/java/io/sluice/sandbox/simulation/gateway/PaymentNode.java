package io.sluice.sandbox.simulation.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.callback.inquiry.InquiryLoop;
import io.sluice.callback.intake.CallbackIntake;
import io.sluice.callback.intake.Reception;
import io.sluice.core.audit.Actor;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.event.EventRelay;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.modification.GiveBacks;
import io.sluice.core.modification.ModificationAnswer;
import io.sluice.core.modification.ModificationChannels;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.Reservations;
import io.sluice.core.modification.Turns;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.Cancellations;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.PaymentAnswer;
import io.sluice.core.payment.PaymentPipeline;
import io.sluice.core.payment.PaymentSteps;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Machine;
import io.sluice.sandbox.simulation.world.Courier;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What an edge and a callback receiver have in common, and what each of them does: everything that knows payments. */
final class PaymentNode {

    private static final int INQUIRIES_A_SECOND = 50;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration RECORD_WITHIN = Duration.ofSeconds(2);

    private final World world;
    private final SimulatedPayments payments;
    private final PaymentPipeline pipeline;
    private final Cancellations cancellations;
    private final CallbackIntake intake;
    private final InquiryLoop inquiries;
    private final EventRelay relay;
    private final Decisions decisions;
    private final ModificationPipeline modifications;

    PaymentNode(World world, Machine machine, SimulatedTurns.Lock relayLock, Supplier<Courier> courier) {
        MeterRegistry meters = new SimpleMeterRegistry();
        Clock clock = world.time.clockOf(machine);
        Channels channels = channels(world, clock, meters, courier);
        Detached detached = new Detached();
        SimulatedMerchants merchants = new SimulatedMerchants(world.merchant);
        this.world = world;
        this.payments = new SimulatedPayments(world, meters);
        Conclusions conclusions = new Conclusions(payments, clock);
        this.pipeline = new PaymentPipeline(payments, channels, conclusions, detached, new PaymentSteps(meters), clock);
        this.cancellations = new Cancellations(payments, merchants, channels, conclusions, detached, clock);
        SimulatedModifications modifications = new SimulatedModifications(world, meters);
        Turns<PaymentId> turns = new Turns<>();
        ModificationConclusions ends = new ModificationConclusions(modifications, payments, turns, clock);
        ModificationChannels senders = new ModificationChannels(merchants, channels);
        this.modifications = new ModificationPipeline(
                new Reservations(modifications, payments, senders, turns, clock), ends, senders, detached, clock);
        GiveBacks giveBacks = new GiveBacks(payments, this.modifications, senders, clock);
        SimulatedDecisionRecords records = new SimulatedDecisionRecords(world);
        this.decisions = new Decisions(payments, records, conclusions, giveBacks, clock);
        this.intake = CallbackIntake.over(
                merchants,
                channels,
                payments,
                conclusions,
                modifications,
                ends,
                (account, callback) -> Mono.error(new IllegalStateException("the simulated channels pay nothing out")),
                arrival -> recorded(),
                detached,
                meters);
        this.inquiries = InquiryLoop.over(
                payments,
                merchants,
                channels,
                conclusions,
                modifications,
                ends,
                records,
                detached,
                clock,
                INQUIRIES_A_SECOND,
                meters);
        this.relay = new EventRelay(new SimulatedTurns(world, relayLock), new SimulatedPublisher(world), meters);
    }

    private static Channels channels(World world, Clock clock, MeterRegistry meters, Supplier<Courier> courier) {
        return new Channels(
                List.of(
                        new SimulatedProvider("first", world, courier),
                        new SimulatedProvider("second", world, courier)),
                new ChannelEnvironment(clock, "https://callbacks.invalid", DEADLINE),
                meters);
    }

    private Mono<Void> recorded() {
        return world.network
                .ask(Link.STORE, "record the callback", () -> true)
                .timeout(RECORD_WITHIN)
                .then();
    }

    void startInquiries() {
        inquiries.start();
    }

    void startRelay() {
        relay.start();
    }

    Mono<PaymentAnswer> pay(Merchant merchant, AcceptPayment command, Duration patience) {
        return pipeline.pay(merchant, command, patience);
    }

    Mono<ModificationAnswer> modify(RequestModification command, Duration patience) {
        return modifications.modify(command, patience);
    }

    Mono<Payment> cancel(PaymentId id, Duration patience) {
        return cancellations.cancel(world.merchant.id(), id, patience);
    }

    Mono<Decisions.Answer> decide(Actor operator, PaymentId id, Decision decision) {
        return decisions
                .decide(operator, id, decision)
                .defaultIfEmpty(new Decisions.Answer.Refused(id + " needs nobody"));
    }

    Mono<Payment> find(PaymentId id) {
        return payments.find(world.merchant.id(), id);
    }

    Mono<Integer> receive(ChannelAccountId account, RawCallback callback) {
        return intake.receive(account, callback).map(reception -> switch (reception) {
            case Reception.Answered(var answer) -> answer.status();
            case Reception.NobodyHere nobody -> 404;
        });
    }
}
