package io.sluice.compare;

import io.sluice.compare.contestant.Contestant;
import io.sluice.compare.contestant.Contestants;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Variant;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.profile.ProfileRun;
import io.sluice.compare.report.Machine;
import io.sluice.sandbox.place.SandboxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sluice profile}. */
@Command(
        name = "sluice profile",
        mixinStandardHelpOptions = true,
        description = {
            "Says where every microsecond of a payment goes: loads Sluice as ./sluice compare does, samples the edge's",
            "process by CPU time and prints what each part of it costs. docs/performance.md says how to read it."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice profile                          the table",
            "  ./sluice profile --top 20                 the hottest methods and stacks beside it",
            "  ./sluice profile --recording edge.jfr     keep the recording, for JDK Mission Control"
        })
public final class Profile implements Callable<Integer> {
    private static final int PORT_BASE = 18_600;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "0",
            description = "print the N hottest methods, and the N hottest stacks of each part")
    private int top;

    @Option(
            names = "--payments",
            paramLabel = "N",
            defaultValue = "100000",
            description = "how many are measured (default: ${DEFAULT-VALUE}; fewer make a coarser table)")
    private int payments;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "120000",
            description = "how many come before (default: ${DEFAULT-VALUE}; with fewer the JIT compiler shows)")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "2048",
            description = "of the closed loop (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--recording", paramLabel = "FILE", description = "keep Flight Recorder's file there")
    private @Nullable Path recording;

    public static void main(String[] args) {
        Console.execute(new Profile(), args);
    }

    @Override
    public Integer call() throws InterruptedException {
        var folder = WorkFolder.create();
        System.out.println(Machine.here());
        run(folder.path()).forEach(System.out::println);
        folder.delete();
        return 0;
    }

    private List<String> run(Path folder) throws InterruptedException {
        try (var ground = Ground.start(folder, PORT_BASE - 1);
                var contestants = Contestants.start(ground, List.of(Variant.SLUICE), PORT_BASE, Console::progress);
                var generator = new Generator()) {
            Contestant sluice = contestants.all().getFirst();
            var requests = new PreparedRequests(
                    ground.merchant().keyId(), ground.merchant().key().signingText());
            var run = new ProfileRun(ground, sluice, requests, generator, connections);
            Console.progress("warming up with " + warmUp + " payments");
            run.warmUp(warmUp);
            Console.progress("measuring " + payments + " payments");
            Path file = recording == null ? folder.resolve("edge.jfr") : recording;
            return run.measure(payments, file).lines(top);
        } catch (SandboxException e) {
            Console.progress("data and logs are kept in " + folder);
            throw e;
        }
    }
}
