package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.Listener;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import io.sluice.sandbox.simulators.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * A running PayPal. Its orders, its book and the webhooks it still owes live in its folder: another simulator started
 * there goes on where this one ended, however it ended. Access tokens do not outlive it.
 */
public final class PayPalSimulator implements AutoCloseable {
    private final Weather weather;
    private final Threads threads;
    private final Journal journal;
    private final CallbackSender sender;
    private final PlatformKeys keys;
    private final OwnMerchant merchant;
    private final Listener listener;

    private PayPalSimulator(SimulatorConfig config, InstantSource clock) throws IOException {
        Path keyFolder = config.folder().resolve("keys");
        int port = Listener.chosen(config.port());
        var documents = new Documents("http://" + config.host() + ":" + port);
        var state = new State();
        this.weather = new Weather(clock);
        this.threads = new Threads(clock);
        this.keys = new PlatformKeys(keyFolder, clock);
        this.merchant = OwnMerchant.readOrMake(keyFolder, SimulatorConfig.DEMO_CLIENT);
        this.journal = Journal.open(
                config.folder().resolve("journal.jsonl"),
                line -> state.replay(Json.MAPPER.readValue(line, JournalLine.class)));
        state.writeTo(journal);
        var schedule = new ResendSchedule(Webhooks.RESEND_PAUSES, config.timeScale());
        var letters = new WebhookLetters(
                keys, payee -> merchant.webhookId(), documents.base() + PayPalRoutes.CERTIFICATES, clock);
        this.sender = new CallbackSender(
                letters, state.outbox(), schedule, config.callbackTimeout(), weather, threads, clock);
        var routes = routes(config, state, documents, schedule, clock);
        try {
            this.listener = new Listener(config.host(), port, weather, threads, routes::addTo);
        } catch (RuntimeException taken) {
            closeWorkers();
            throw taken;
        }
    }

    private PayPalRoutes routes(
            SimulatorConfig config, State state, Documents documents, ResendSchedule schedule, InstantSource clock) {
        var behaviour =
                new Behaviour<>(Outcome.values(), Outcome::ofLabel, config.outcome(), config.payerDelay(), weather);
        var tokens = new Tokens(Map.of(merchant.clientId(), merchant), config.tokenLife(), clock);
        var webhooks = new Webhooks(state, documents, schedule);
        var desk = new Desk(state, sender);
        var payer = new Payer(state, desk, webhooks, behaviour, threads, clock);
        var movements = new Movements(state, desk, webhooks, behaviour, threads, clock);
        var orders = new OrderEndpoints(state, desk, webhooks, documents, behaviour, payer, threads, clock);
        goOn(state, payer, movements, orders);
        return new PayPalRoutes(
                new Gate(tokens, weather, threads),
                orders,
                new PaymentEndpoints(state, desk, documents, movements),
                new ApprovePage(state, payer, threads),
                keys,
                new Control(state, payer, documents),
                tokens,
                behaviour,
                weather,
                threads);
    }

    /** What was under way when the last simulator ended. */
    private void goOn(State state, Payer payer, Movements movements, OrderEndpoints orders) {
        state.outbox().owed().forEach(sender::send);
        state.orders().forEach(order -> {
            payer.expect(order);
            movements.expect(order);
            order.captures().forEach(capture -> orders.expectEnd(order, capture));
        });
    }

    /**
     * Starts a simulator and returns when it listens. Blocks for that long, a second or two when keys are to be made.
     *
     * @throws UncheckedIOException when its folder cannot be read or written
     */
    public static PayPalSimulator start(SimulatorConfig config) {
        try {
            return new PayPalSimulator(config, InstantSource.system());
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulator cannot use its folder " + config.folder(), failed);
        }
    }

    public int port() {
        return listener.port();
    }

    /** What the one merchant needs to be paid here. */
    public MerchantCredentials credentials() {
        return new MerchantCredentials(
                merchant.clientId(),
                merchant.secret(),
                merchant.payee(),
                merchant.webhookId(),
                keys.signing().certificatePem());
    }

    /** Stops listening, cuts all connections and writes the rest of the journal. Blocks for that long. */
    @Override
    public void close() {
        listener.close();
        closeWorkers();
    }

    private void closeWorkers() {
        threads.close();
        sender.close();
        journal.close();
    }
}
