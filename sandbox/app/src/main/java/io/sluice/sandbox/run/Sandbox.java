package io.sluice.sandbox.run;

import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.shop.WebhookReceiver;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything of one place, started and ready. */
public final class Sandbox implements AutoCloseable {
    private static final Duration APPS_READY_WITHIN = Duration.ofSeconds(90);

    private final Place place;
    private final Ways ways;
    private final Apps apps;
    private final ServerSet servers;
    private final Channels channels = new Channels();
    private final Consumer<String> progress;
    private @Nullable WebhookReceiver receiver;

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
        progress.accept("starting PostgreSQL, Redis, Kafka and the simulators of " + Simulator.titles());
        var postgres = Parallel.begin(servers::startPostgres);
        var redis = Parallel.begin(servers::startRedis);
        var kafka = Parallel.begin(servers::startKafka);
        var simulators = channels.begin(place, ways);
        receiver = WebhookReceiver.start(place);
        Parallel.await(postgres);
        Parallel.await(redis);
        Parallel.await(kafka);
        progress.accept("starting the apps");
        Parallel.run(Arrays.stream(AppKind.values())
                .<Runnable>map(kind -> () -> startApp(kind))
                .toList());
        simulators.forEach(Parallel::await);
        progress.accept("making the demo merchant");
        new DemoSeed(place).seed(channels);
    }

    /** Starts an app, if it does not run, and returns when it is ready. */
    void startApp(AppKind kind) {
        apps.start(kind);
        Readiness.await(place, kind, () -> apps.isRunning(kind), APPS_READY_WITHIN);
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
        channels.close();
        if (receiver != null) {
            receiver.close();
        }
        servers.close();
    }
}
