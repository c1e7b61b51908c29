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
final class Sluice implements Contestant {
    static final List<App> EDGE_ONLY = List.of(new App("edge", "io.sluice.edge.EdgeApp", Port.EDGE_MANAGEMENT));
    static final List<App> ALL_APPS = List.of(
            EDGE_ONLY.getFirst(),
            new App("callback", "io.sluice.callback.CallbackApp", Port.CALLBACK_MANAGEMENT),
            new App("ledger", "io.sluice.ledger.LedgerApp", Port.LEDGER_MANAGEMENT),
            new App("notifier", "io.sluice.notifier.NotifierApp", Port.NOTIFIER_MANAGEMENT));

    private static final int TOKEN_BYTES = 32;

    private final String name;
    private final Place place;
    private final EmbeddedRedis redis;
    private final List<Group> groups = new ArrayList<>();
    private final List<JvmProcess> processes = new ArrayList<>();

    /** One of its apps. */
    record App(String label, String main, Port management) {}

    private Sluice(String name, Place place, EmbeddedRedis redis) {
        this.name = name;
        this.place = place;
        this.redis = redis;
    }

    static Sluice start(String name, Ground ground, int portBase, List<App> apps) {
        var place = new Place(ground.folder().resolve(name), portBase);
        makeKeys(place);
        var sluice = new Sluice(name, place, ground.newRedis(name));
        ground.newDatabase(name);
        Map<String, String> variables = SluiceEnvironment.of(name, place, ground, sluice.redis.port());
        apps.forEach(app -> sluice.start(app, ground, variables));
        new MerchantSeed(place, ground).seed(apps.size() > 1);
        return sluice;
    }

    private void start(App app, Ground ground, Map<String, String> variables) {
        var process = JvmProcess.start(
                name + "-" + app.label(),
                ground.folder(),
                System.getProperty("java.class.path"),
                variables,
                app.main());
        processes.add(process);
        groups.add(Group.of(groups.isEmpty() ? "service" : app.label(), process.pid()));
        process.await(() -> Readiness.isUp(place.url(app.management()) + "/health/ready"));
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
