package io.sluice.compare.contestant;

import io.sluice.compare.measure.Group;
import io.sluice.core.secret.Vault;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.PrivateFiles;
import io.sluice.sandbox.run.Readiness;
import io.sluice.sandbox.servers.EmbeddedRedis;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Sluice as it is released, each app in a process of its own, told by environment variables alone. */
public final class Sluice implements Contestant {
    private static final App EDGE = new App("edge", "io.sluice.edge.EdgeApp", Port.EDGE_MANAGEMENT);
    private static final App CALLBACK = new App("callback", "io.sluice.callback.CallbackApp", Port.CALLBACK_MANAGEMENT);

    static final List<App> EDGE_ONLY = List.of(EDGE);
    static final List<App> ALL_APPS = List.of(
            EDGE,
            CALLBACK,
            new App("ledger", "io.sluice.ledger.LedgerApp", Port.LEDGER_MANAGEMENT),
            new App("notifier", "io.sluice.notifier.NotifierApp", Port.NOTIFIER_MANAGEMENT));

    private static final int TOKEN_BYTES = 32;

    private final String name;
    private final Place place;
    private final Ground ground;
    private final Telling told;
    private final EmbeddedRedis redis;
    private final List<Group> groups = new ArrayList<>();
    private final List<JvmProcess> processes = new ArrayList<>();

    /** One of its apps. */
    record App(String label, String main, Port management) {}

    /**
     * What one is told beside what all are.
     *
     * @param guarded whether its admission is as it is released, and not as patient as rivals who refuse nobody
     */
    record Telling(boolean guarded, Map<String, String> variables) {
        Map<String, String> beside(Map<String, String> all) {
            if (guarded) {
                all.keySet().removeIf(name -> name.startsWith("SLUICE_EDGE_ADMISSION_"));
            }
            all.putAll(variables);
            return all;
        }
    }

    private Sluice(String name, Place place, Ground ground, Telling told) {
        this.name = name;
        this.place = place;
        this.ground = ground;
        this.told = told;
        this.redis = ground.newRedis(name);
    }

    /** One that is compared, with the merchant that all contestants know. */
    static Sluice start(String name, Ground ground, int portBase, List<App> apps) {
        var sluice = start(name, ground, portBase, apps, new Telling(false, Map.of()));
        new MerchantSeed(sluice.place, ground).seed(apps.size() > 1);
        return sluice;
    }

    static Sluice start(String name, Ground ground, int portBase, List<App> apps, Telling told) {
        var place = new Place(ground.folder().resolve(name), portBase);
        makeKeys(place);
        var sluice = new Sluice(name, place, ground, told);
        ground.newDatabase(name);
        apps.forEach(sluice::start);
        return sluice;
    }

    private void start(App app) {
        JvmProcess process = launch(app);
        processes.add(process);
        groups.add(Group.of(groups.isEmpty() ? "service" : app.label(), process.pid()));
    }

    private JvmProcess launch(App app) {
        Map<String, String> variables = told.beside(SluiceEnvironment.of(name, place, ground, redis.port()));
        if (app.equals(EDGE)) {
            // The other half of the cores has PostgreSQL, Kafka, Redis, the stub and the load generator to run.
            int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
            variables.put("SLUICE_EVENT_LOOPS", String.valueOf(half));
        }
        var process = JvmProcess.start(
                name + "-" + app.label(),
                ground.folder(),
                System.getProperty("java.class.path"),
                variables,
                app.main());
        process.await(() -> Readiness.isUp(place.url(app.management()) + "/health/ready"));
        return process;
    }

    /** Starts the app that is called back, beside the edge, for as long as callbacks are measured. Blocks until it is ready. */
    public CallbackReceiver startCallbackReceiver() {
        return new CallbackReceiver(place.port(Port.CALLBACK), launch(CALLBACK), this);
    }

    private static void makeKeys(Place place) {
        Place.createFolder(place.folder().resolve("keys"));
        Vault.createKeyset(place.vaultKeyset());
        byte[] token = new byte[TOKEN_BYTES];
        // Guards a port on loopback for some minutes.
        ThreadLocalRandom.current().nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        PrivateFiles.write(place.managementToken(), text);
        PrivateFiles.write(place.operatorTokens(), "default:" + text + "\n");
    }

    Place place() {
        return place;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return place.port(Port.EDGE);
    }

    @Override
    public List<Group> processes() {
        List<Group> all = new ArrayList<>(groups);
        all.add(Group.of("Redis", redis.pid()));
        return List.copyOf(all);
    }

    @Override
    public void close() {
        processes.forEach(JvmProcess::close);
        redis.close();
    }
}
