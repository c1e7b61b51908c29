package io.sluice.sandbox.run;

import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.shop.WebhookReceiver;
import io.sluice.sandbox.simulators.bank.BankSimulator;
import io.sluice.sandbox.simulators.paypal.PayPalSimulator;
import io.sluice.sandbox.simulators.wechat.MerchantCredentials;
import io.sluice.sandbox.simulators.wechat.SimulatorConfig;
import io.sluice.sandbox.simulators.wechat.WeChatSimulator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything of one place, started and ready. */
public final class Sandbox implements AutoCloseable {
    /** The channel's slow habits, ten minutes or a quarter of a minute long, sixty times as fast. */
    private static final double TIME_SCALE = 60;

    /** The demo merchant's other number at the channel: where payments go when the first fails. */
    private static final String SECOND_ACCOUNT = "1900000002";

    /** When the reversal of what was not answered in five seconds is over. */
    private static final Duration LATE_BANK = Duration.ofSeconds(12);

    private static final Duration APPS_READY_WITHIN = Duration.ofSeconds(90);

    private final Place place;
    private final Ways ways;
    private final Apps apps;
    private final ServerSet servers;
    private final Consumer<String> progress;
    private @Nullable WebhookReceiver receiver;
    private @Nullable WeChatSimulator simulator;
    private @Nullable PayPalSimulator paypal;
    private @Nullable BankSimulator bank;

    private Sandbox(Place place, Ways ways, boolean processes, Consumer<String> progress) {
        this.place = place;
        this.ways = ways;
        this.apps = processes ? new ProcessApps(place, ways) : new ContextApps(place, ways);
        this.servers = new ServerSet(place, ways);
        this.progress = progress;
    }

    /** The same with the servers and the channel where they are. */
    public static Sandbox start(Place place, boolean processes, Consumer<String> progress) {
        return start(place, Ways.direct(place), processes, progress);
    }

    /**
     * Starts all and returns when all is ready; what was started ends again when something fails.
     *
     * @param ways where the apps find the servers and the channel
     * @param processes whether each app gets a process of its own
     * @param progress told what is being waited for
     * @throws SandboxException naming what is wrong and the cure
     */
    public static Sandbox start(Place place, Ways ways, boolean processes, Consumer<String> progress) {
        Precheck.require(place);
        Place.createFolder(place.logs());
        Keys.makeMissing(place);
        var sandbox = new Sandbox(place, ways, processes, progress);
        try {
            sandbox.boot();
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw SandboxException.of(e);
        }
    }

    private void boot() {
        progress.accept("starting PostgreSQL, Redis, Kafka and the simulators of WeChat Pay, PayPal and a bank");
        var postgres = Parallel.begin(servers::startPostgres);
        var redis = Parallel.begin(servers::startRedis);
        var kafka = Parallel.begin(servers::startKafka);
        var channel = Parallel.begin(() -> simulator = WeChatSimulator.start(SimulatorConfig.in(place.simulator())
                .withPort(place.port(Port.SIMULATOR))
                .withOwnMerchants(List.of(SimulatorConfig.DEMO_MERCHANT, SECOND_ACCOUNT))
                .withTimeScale(TIME_SCALE)));
        var otherChannel = Parallel.begin(() ->
                paypal = PayPalSimulator.start(io.sluice.sandbox.simulators.paypal.SimulatorConfig.in(place.paypal())
                        .withPort(place.port(Port.PAYPAL_SIMULATOR))
                        .withTimeScale(TIME_SCALE)));
        var host = Parallel.begin(() ->
                bank = BankSimulator.start(io.sluice.sandbox.simulators.bank.SimulatorConfig.in(place.bank())
                        .withPorts(place.port(Port.BANK_HOST), place.port(Port.BANK_SIMULATOR))
                        .withLateBy(LATE_BANK)));
        receiver = WebhookReceiver.start(place);
        Parallel.await(postgres);
        Parallel.await(redis);
        Parallel.await(kafka);
        progress.accept("starting the apps");
        Parallel.run(Arrays.stream(AppKind.values())
                .<Runnable>map(kind -> () -> startApp(kind))
                .toList());
        Parallel.await(channel);
        Parallel.await(otherChannel);
        Parallel.await(host);
        progress.accept("making the demo merchant");
        new DemoSeed(place, ways).seed(credentials(), credentials(SECOND_ACCOUNT), paypalAccount(), bankAccount());
    }

    /** Starts an app, if it does not run, and returns when it is ready. */
    void startApp(AppKind kind) {
        apps.start(kind);
        Readiness.await(place, kind, () -> apps.isRunning(kind), APPS_READY_WITHIN);
    }

    /** With which the channel knows the demo merchant, keys included. */
    public MerchantCredentials credentials() {
        return credentials(SimulatorConfig.DEMO_MERCHANT);
    }

    private MerchantCredentials credentials(String mchid) {
        if (simulator == null) {
            throw new IllegalStateException("the simulator does not run");
        }
        return simulator.credentials(mchid);
    }

    private PayPalAccount paypalAccount() {
        if (paypal == null) {
            throw new IllegalStateException("the PayPal simulator does not run");
        }
        return new PayPalAccount(place, paypal.credentials());
    }

    private BankAccount bankAccount() {
        if (bank == null) {
            throw new IllegalStateException("the bank simulator does not run");
        }
        return new BankAccount(place, bank.credentials());
    }

    public Place place() {
        return place;
    }

    public DemoMerchant merchant() {
        return DemoMerchant.required(place);
    }

    /** Its servers, to be stopped and started again where outages are tried. */
    public ServerSet servers() {
        return servers;
    }

    Apps apps() {
        return apps;
    }

    /** Ends all in good order: apps first, then what they stand on. */
    @Override
    public void close() {
        apps.close();
        if (simulator != null) {
            simulator.close();
        }
        if (paypal != null) {
            paypal.close();
        }
        if (bank != null) {
            bank.close();
        }
        if (receiver != null) {
            receiver.close();
        }
        servers.close();
    }
}
