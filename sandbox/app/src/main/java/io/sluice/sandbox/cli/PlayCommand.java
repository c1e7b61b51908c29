package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.scenario.Player;
import io.sluice.sandbox.simulators.scenario.Scenario;
import io.sluice.sandbox.simulators.scenario.ScenarioReader;
import io.sluice.sandbox.simulators.scenario.ScenarioReader.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a scenario on the simulated channels. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Plays a scenario in real time, printing each step; the same seed draws the same.",
        footer = {"", "Example:", "  ./sluice channel play sandbox/scenarios/bad-evening.jsonl --seed 42"})
final class PlayCommand implements Runnable {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "FILE", description = "a scenario, see docs/simulators.md")
    private Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "instead of the file's own")
    private @Nullable Long seed;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "1", description = "so many times as fast as written")
    private double speed;

    @Override
    public void run() {
        Scenario scenario = read();
        Place place = sandbox.running();
        long begun = System.nanoTime();
        var player = new Player(
                (channel, part, wanted) -> client(place, channel).set(part, wanted),
                since -> sleepUntil(begun + since.toNanos()),
                System.out::println,
                speed);
        player.play(seed == null ? scenario : scenario.withSeed(seed));
        System.out.println("The weather stays as the last step left it; ./sluice channel shows it.");
    }

    private Scenario read() {
        if (!(speed > 0)) {
            throw new SandboxException("--speed must be above 0, not " + speed);
        }
        try {
            return ScenarioReader.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new SandboxException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        } catch (ScenarioException wrong) {
            throw new SandboxException(file + " is no scenario:\n" + wrong.getMessage(), wrong);
        }
    }

    private static SimulatorClient client(Place place, String channel) {
        return SimulatorClient.of(place, Simulator.ofChannel(channel).orElseThrow());
    }

    private static void sleepUntil(long nanoTime) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted", stopped);
        }
    }
}
