package io.sluice.sandbox.chaos;

import io.sluice.sandbox.books.CheckerSources;
import io.sluice.sandbox.checker.evidence.Sources;
import io.sluice.sandbox.client.Control;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Folders;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.run.Precheck;
import io.sluice.sandbox.run.Ways;
import io.sluice.sandbox.servers.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox of its own to be broken: each app a process, in a folder that goes with it, and between the apps and each
 * server or channel a proxy that fails on demand.
 */
public final class Rig implements AutoCloseable {
    static final List<String> LINKS = List.of("postgres", "redis", "kafka", "channel");

    private static final Duration PORTS_FREE_WITHIN = Duration.ofSeconds(20);

    private final Place place;
    private final Consumer<String> progress;
    private final Map<String, FaultProxy> proxies = new LinkedHashMap<>();
    private final History history;
    private @Nullable SandboxOwner owner;

    private Rig(Place place, Consumer<String> progress) {
        this.place = place;
        this.progress = progress;
        proxies.put("postgres", proxy(place, Port.POSTGRES));
        proxies.put("redis", proxy(place, Port.REDIS));
        proxies.put("kafka", proxy(place, Port.KAFKA_PROXIED));
        proxies.put("channel", proxy(place, Port.WECHAT_SIMULATOR));
        this.history = History.in(place.folder());
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param progress told what is being waited for
     */
    public static Rig start(int portBase, Consumer<String> progress) {
        // Before anything is made, so that a refusal leaves nothing behind.
        Precheck.requirePorts(new Place(Path.of(""), portBase));
        var place = new Place(temporaryFolder(), portBase);
        Place.createFolder(place.folder());
        var rig = new Rig(place, progress);
        try {
            rig.run();
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("sluice-chaos-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaultProxy proxy(Place place, Port target) {
        return FaultProxy.to("127.0.0.1", place.port(target));
    }

    /** Starts all that a {@link #kill()} has ended, on the same data. */
    void run() {
        if (!Pause.until(PORTS_FREE_WITHIN, () -> Precheck.passes(place))) {
            Precheck.require(place);
        }
        owner = SandboxOwner.start(place, ways(), progress);
    }

    private Ways ways() {
        return new Ways(
                proxy("postgres").port(),
                proxy("redis").port(),
                proxy("kafka").port(),
                proxy("channel").port());
    }

    /** Kills everything but the proxies, as if the machine had gone. */
    void kill() {
        if (owner != null) {
            owner.kill();
        }
    }

    /** A command to the sandbox: {@code kill} or {@code start} one of its parts. */
    void order(String verb, String part) {
        new Control(place).order(verb, part);
    }

    /** @param link one of {@link #LINKS} */
    FaultProxy proxy(String link) {
        return Objects.requireNonNull(proxies.get(link), link);
    }

    MerchantClient merchant() {
        return MerchantClient.of(place);
    }

    History history() {
        return history;
    }

    /** What the checker reads, past the proxies. */
    Sources sources() {
        return CheckerSources.of(place, history.file());
    }

    /** Where logs and data are. */
    public Path folder() {
        return place.folder();
    }

    /** Ends all and keeps the folder, for people to look at. */
    public void keep() {
        kill();
        history.close();
        proxies.values().forEach(FaultProxy::close);
    }

    /** Ends all and leaves nothing behind. */
    @Override
    public void close() {
        keep();
        Folders.delete(place.root());
    }
}
