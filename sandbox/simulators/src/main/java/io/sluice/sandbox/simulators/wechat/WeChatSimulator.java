package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.Listener;
import io.sluice.sandbox.simulators.keys.PlatformKey;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.wechat.keys.OwnMerchant;
import io.sluice.sandbox.simulators.wechat.model.CallbackPlan;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.wire.Envelope;
import io.sluice.sandbox.simulators.wechat.wire.Gate;
import io.sluice.sandbox.simulators.wechat.wire.KnownMerchant;
import io.sluice.sandbox.simulators.wechat.wire.Merchant;
import io.sluice.sandbox.simulators.wechat.wire.RequestCheck;
import io.sluice.sandbox.simulators.wechat.wire.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * A running WeChat Pay. Its orders, its book and the callbacks it still owes live in its folder: another simulator
 * started there goes on where this one ended, however it ended.
 */
public final class WeChatSimulator implements AutoCloseable {
    private final Threads threads;
    private final Journal journal;
    private final CallbackSender sender;
    private final PlatformKeys keys;
    private final Map<String, OwnMerchant> own;
    private final Listener listener;

    private WeChatSimulator(SimulatorConfig config, InstantSource clock) throws IOException {
        Path keyFolder = config.folder().resolve("keys");
        var state = new State(this::write);
        var weather = new Weather(clock);
        this.threads = new Threads(clock);
        this.keys = new PlatformKeys(keyFolder, clock);
        this.own = ownMerchants(config.ownMerchants(), keyFolder);
        this.journal = Journal.open(
                config.folder().resolve("journal.jsonl"),
                line -> state.replay(Json.MAPPER.readValue(line, JournalLine.class)));
        var merchants = merchants(config.merchants(), own);
        var signer = new Signer(keys, clock);
        var schedule = new ResendSchedule(CallbackPlan.RESEND_PAUSES, config.timeScale());
        this.sender = new CallbackSender(
                new Envelope(merchants, signer),
                state.outbox,
                schedule,
                config.callbackTimeout(),
                weather,
                threads,
                clock);
        var behaviour =
                new Behaviour<>(Outcome.values(), Outcome::ofLabel, config.outcome(), config.payerDelay(), weather);
        var callbacks = new Callbacks(schedule);
        var orders = new Orders(state, journal);
        var payer = new Payer(orders, behaviour, callbacks, sender, threads, clock);
        var refunds = new Refunds(state, orders, behaviour, callbacks, sender, threads, clock);
        int port = Listener.chosen(config.port());
        var check = new RequestCheck(merchants, clock);
        var routes = new WeChatRoutes(
                new Gate(check, weather, signer, threads),
                new OrderEndpoints(state, orders, behaviour, payer, clock),
                new RefundEndpoints(refunds),
                new CertificateEndpoint(keys),
                new BillEndpoint(state, check, "http://" + config.host() + ":" + port, threads, clock),
                new PayPage(state, payer, threads, clock),
                new Control(state, merchants.keySet(), payer, keys, threads, clock),
                behaviour,
                weather,
                threads);
        goOn(state, sender, payer, refunds);
        try {
            this.listener = new Listener(config.host(), port, weather, threads, routes::addTo);
        } catch (RuntimeException taken) {
            closeWorkers();
            throw taken;
        }
    }

    private Mono<Void> write(JournalLine line) {
        return journal.append(line);
    }

    /**
     * Starts a simulator and returns when it listens. Blocks for that long, a second or two when keys are to be made.
     *
     * @throws UncheckedIOException when its folder cannot be read or written
     */
    public static WeChatSimulator start(SimulatorConfig config) {
        try {
            return new WeChatSimulator(config, InstantSource.system());
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulator cannot use its folder " + config.folder(), failed);
        }
    }

    private static Map<String, OwnMerchant> ownMerchants(List<String> mchids, Path folder) {
        Map<String, OwnMerchant> own = new LinkedHashMap<>();
        mchids.forEach(mchid -> own.put(mchid, OwnMerchant.readOrMake(folder, mchid)));
        return own;
    }

    private static Map<String, KnownMerchant> merchants(List<Merchant> configured, Map<String, OwnMerchant> own) {
        Map<String, KnownMerchant> merchants = new HashMap<>();
        configured.forEach(merchant -> merchants.put(merchant.mchid(), KnownMerchant.of(merchant)));
        own.values()
                .forEach(merchant -> merchants.put(
                        merchant.mchid(),
                        KnownMerchant.of(new Merchant(
                                merchant.mchid(),
                                merchant.appid(),
                                merchant.serial(),
                                merchant.publicKeyPem(),
                                merchant.apiV3Key()))));
        return Map.copyOf(merchants);
    }

    /** What was under way when the last simulator ended. */
    private static void goOn(State state, CallbackSender sender, Payer payer, Refunds refunds) {
        state.outbox.owed().forEach(sender::send);
        state.orders.values().forEach(payer::expect);
        state.refunds.values().forEach(refunds::expect);
    }

    public int port() {
        return listener.port();
    }

    /**
     * What one of the simulator's own merchants needs to pay here.
     *
     * @throws IllegalArgumentException when the merchant is not one of {@link SimulatorConfig#ownMerchants}
     */
    public MerchantCredentials credentials(String mchid) {
        OwnMerchant merchant = own.get(mchid);
        if (merchant == null) {
            throw new IllegalArgumentException(
                    "Merchant " + mchid + " is not one of the simulator's own: " + own.keySet());
        }
        return new MerchantCredentials(
                merchant.mchid(),
                merchant.appid(),
                merchant.serial(),
                merchant.privateKeyPem(),
                merchant.apiV3Key(),
                keys.valid().stream().map(PlatformKey::certificatePem).toList());
    }

    /** Makes a new platform key, which signs from now on; the one before it stays valid. Blocks while it is made. */
    public String rotate() {
        return keys.rotate().serial();
    }

    /** Blocks until the simulator is closed. */
    public void await() {
        listener.await();
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
