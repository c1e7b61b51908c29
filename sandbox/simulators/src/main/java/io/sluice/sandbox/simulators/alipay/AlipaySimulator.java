package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.bill.BillEndpoint;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import io.sluice.sandbox.simulators.alipay.notify.Notifies;
import io.sluice.sandbox.simulators.alipay.notify.NotifyLetters;
import io.sluice.sandbox.simulators.alipay.trade.CodeEndpoint;
import io.sluice.sandbox.simulators.alipay.trade.Desk;
import io.sluice.sandbox.simulators.alipay.trade.Ids;
import io.sluice.sandbox.simulators.alipay.trade.OrderEndpoints;
import io.sluice.sandbox.simulators.alipay.trade.Payer;
import io.sluice.sandbox.simulators.alipay.trade.RefundEndpoints;
import io.sluice.sandbox.simulators.alipay.trade.Refunds;
import io.sluice.sandbox.simulators.alipay.trade.State;
import io.sluice.sandbox.simulators.alipay.trade.TradeEndpoints;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Gate;
import io.sluice.sandbox.simulators.alipay.wire.Seal;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.Listener;
import io.sluice.sandbox.simulators.keys.Pem;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A running Alipay. Its trades, its book and the notifies it still owes live in its folder: another simulator started
 * there goes on where this one ended, however it ended.
 */
public final class AlipaySimulator implements AutoCloseable {
    private final Weather weather;
    private final Threads threads;
    private final State state;
    private final CallbackSender sender;
    private final PlatformKeys keys;
    private final Map<String, OwnApp> apps;
    private final Listener listener;

    private AlipaySimulator(SimulatorConfig config, InstantSource clock) throws IOException {
        Path keyFolder = config.folder().resolve("keys");
        int port = Listener.chosen(config.port());
        this.keys = new PlatformKeys(keyFolder, clock);
        this.apps = config.apps().stream()
                .map(number -> OwnApp.readOrMake(keyFolder, number))
                .collect(Collectors.toMap(OwnApp::appId, Function.identity()));
        this.weather = new Weather(clock);
        this.threads = new Threads(clock);
        this.state = new State(config.folder().resolve("journal.jsonl"));
        var seal = new Seal(keys);
        var schedule = new ResendSchedule(Notifies.RESEND_PAUSES, config.timeScale());
        this.sender = new CallbackSender(
                new NotifyLetters(seal, clock),
                state.outbox(),
                schedule,
                config.callbackTimeout(),
                weather,
                threads,
                clock);
        var routes = routes(config, "http://" + config.host() + ":" + port, seal, schedule, clock);
        try {
            this.listener = new Listener(config.host(), port, weather, threads, routes::addTo);
        } catch (RuntimeException taken) {
            closeWorkers();
            throw taken;
        }
    }

    private AlipayRoutes routes(
            SimulatorConfig config, String base, Seal seal, ResendSchedule schedule, InstantSource clock) {
        var behaviour =
                new Behaviour<>(Outcome.values(), Outcome::ofLabel, config.outcome(), config.payerDelay(), weather);
        var notifies = new Notifies(schedule, Ids::notification);
        var desk = new Desk(state, sender);
        var payer = new Payer(desk, notifies, behaviour, threads, clock);
        var refunds = new Refunds(desk, notifies, behaviour, threads, clock);
        var orders = new OrderEndpoints(desk, behaviour, payer, base, clock);
        var code = new CodeEndpoint(desk, behaviour, payer, clock);
        var trades = new TradeEndpoints(state, desk, payer, notifies, clock);
        var bills = new BillEndpoint(state, base, threads, clock);
        var methods = methods(orders, code, trades, new RefundEndpoints(state, refunds, clock), bills);
        var known = apps.values().stream().collect(Collectors.toMap(OwnApp::appId, OwnApp::known));
        goOn(payer, refunds);
        return new AlipayRoutes(
                new Gate(methods, known, weather, seal, threads, clock),
                new PayPage(state, payer, new ReturnLink(seal), threads, clock),
                bills,
                new Control(state, payer, clock),
                behaviour,
                weather,
                threads);
    }

    private static Map<String, Call.Endpoint> methods(
            OrderEndpoints orders,
            CodeEndpoint code,
            TradeEndpoints trades,
            RefundEndpoints refunds,
            BillEndpoint bills) {
        return Map.of(
                "alipay.trade.precreate", orders::precreate,
                "alipay.trade.page.pay", orders::pagePay,
                "alipay.trade.wap.pay", orders::wapPay,
                "alipay.trade.pay", code::pay,
                "alipay.trade.query", trades::query,
                "alipay.trade.close", trades::close,
                "alipay.trade.cancel", trades::cancel,
                "alipay.trade.refund", refunds::refund,
                "alipay.trade.fastpay.refund.query", refunds::query,
                "alipay.data.dataservice.bill.downloadurl.query", bills::query);
    }

    /** What was under way when the last simulator ended. */
    private void goOn(Payer payer, Refunds refunds) {
        state.outbox().owed().forEach(sender::send);
        state.trades().forEach(trade -> {
            payer.expect(trade);
            refunds.expect(trade);
        });
    }

    /**
     * Starts a simulator and returns when it listens. Blocks for that long, a second or two when keys are to be made.
     *
     * @throws UncheckedIOException when its folder cannot be read or written
     */
    public static AlipaySimulator start(SimulatorConfig config) {
        try {
            return new AlipaySimulator(config, InstantSource.system());
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulator cannot use its folder " + config.folder(), failed);
        }
    }

    public int port() {
        return listener.port();
    }

    /** Where merchants send their requests, and payers' browsers. */
    public String gateway() {
        return "http://127.0.0.1:" + port() + "/gateway.do";
    }

    /**
     * What the merchant of an app needs to be paid here.
     *
     * @throws IllegalArgumentException when the app is not one of {@link SimulatorConfig#apps}
     */
    public MerchantCredentials credentials(String appId) {
        OwnApp app = apps.get(appId);
        if (app == null) {
            throw new IllegalArgumentException("App " + appId + " is not one of the simulator's: " + apps.keySet());
        }
        byte[] key = Base64.getDecoder().decode(keys.signing().publicKeyBase64());
        return new MerchantCredentials(app.appId(), app.sellerId(), app.privateKeyPem(), Pem.write("PUBLIC KEY", key));
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
        state.close();
    }
}
