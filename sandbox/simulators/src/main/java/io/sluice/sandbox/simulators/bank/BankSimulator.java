package io.sluice.sandbox.simulators.bank;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.bank.book.Book;
import io.sluice.sandbox.simulators.bank.book.BookView;
import io.sluice.sandbox.simulators.bank.book.DayEntries;
import io.sluice.sandbox.simulators.bank.codec.HostCodec;
import io.sluice.sandbox.simulators.bank.model.Outcome;
import io.sluice.sandbox.simulators.bank.net.BankServer;
import io.sluice.sandbox.simulators.bank.net.Desk;
import io.sluice.sandbox.simulators.bank.net.Traffic;
import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.http.FrontPage;
import io.sluice.sandbox.simulators.keys.KeyFiles;
import io.sluice.sandbox.simulators.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Stream;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A running bank host with one terminal. Its book lives in its folder: another host started there goes on where this one ended,
 * however it ended. Terminals must sign on anew then.
 */
public final class BankSimulator implements AutoCloseable {
    private static final String DEMO_TERMINAL = "SLUICE01";

    private final Threads threads;
    private final Book book;
    private final BankServer bank;
    private final TerminalCredentials credentials;
    private final ChannelGroup controlled = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DisposableServer control;

    private BankSimulator(SimulatorConfig config, InstantSource clock) throws IOException {
        this.threads = new Threads(clock);
        this.credentials = new KeyFiles(config.folder().resolve("keys"))
                .readOrMake("terminal-" + DEMO_TERMINAL, TerminalCredentials.class, BankSimulator::make);
        this.book = new Book(config.folder().resolve("journal.jsonl"), clock);
        var weather = new Weather(clock);
        var behaviour = new Behaviour<>(Outcome.values(), Outcome::ofLabel, Outcome.APPROVED, Duration.ZERO, weather);
        var traffic = new Traffic();
        var batches = new BillDesk<>(new DayEntries(book)::of, "terminal", clock);
        var codec = new HostCodec(HexFormat.of().parseHex(credentials.macKey()));
        this.bank = new BankServer(
                config.port(), codec, new Desk(book, behaviour, batches), weather, threads, config.lateBy(), traffic);
        this.control = HttpServer.create()
                .host("127.0.0.1")
                .port(config.controlPort())
                .channelGroup(controlled)
                .route(routes -> {
                    new FrontPage("Bank simulator", Stream::empty, () -> BookView.of(book.all()), threads)
                            .addTo(routes);
                    var controls = ControlRoutes.of(routes, threads, behaviour, weather);
                    new Control(book, bank, traffic).addTo(controls);
                    batches.addTo(controls);
                })
                .bindNow();
    }

    private static TerminalCredentials make() {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        return new TerminalCredentials(
                DEMO_TERMINAL, "898100000000001", "48020000", HexFormat.of().formatHex(key));
    }

    /**
     * Starts a host and returns when it listens. Blocks for that long.
     *
     * @throws UncheckedIOException when its folder cannot be read or written
     */
    public static BankSimulator start(SimulatorConfig config) {
        try {
            return new BankSimulator(config, InstantSource.system());
        } catch (IOException failed) {
            throw new UncheckedIOException("The bank host cannot use its folder " + config.folder(), failed);
        }
    }

    /** Where terminals connect. */
    public int port() {
        return bank.port();
    }

    /** Where people and tests find {@code /_sim}. */
    public int controlPort() {
        return control.port();
    }

    /** What the one terminal needs to be served here. */
    public TerminalCredentials credentials() {
        return credentials;
    }

    /** Stops listening, cuts all connections and writes the rest of the journal. Blocks for that long. */
    @Override
    public void close() {
        bank.close();
        control.dispose();
        controlled.close().awaitUninterruptibly();
        control.onDispose().block();
        threads.close();
        book.close();
    }
}
