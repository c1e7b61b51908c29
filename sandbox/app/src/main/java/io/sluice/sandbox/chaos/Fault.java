package io.sluice.sandbox.chaos;

import io.sluice.sandbox.place.SandboxException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that goes wrong under load.
 *
 * @param name as it is typed
 * @param strike does it and undoes it; blocks until then
 */
public record Fault(String name, Strike strike) {
    private static final List<String> PARTS =
            List.of("edge", "callback", "ledger", "notifier", "postgres", "redis", "kafka");

    /** What a fault does, at moments that the seed draws. */
    @FunctionalInterface
    public interface Strike {
        void on(Rig rig, Random random);
    }

    /** Every fault there is. */
    public static List<Fault> all() {
        Stream<Fault> kills = PARTS.stream().map(part -> new Fault("kill-" + part, Strikes.kill(part)));
        Stream<Fault> killAll = Stream.of(new Fault("kill-all", Strikes.killAll()));
        Stream<Fault> links = Rig.LINKS.stream()
                .flatMap(link -> Stream.of(
                        new Fault("cut-" + link, Strikes.cut(link)),
                        new Fault("delay-" + link, Strikes.delay(link)),
                        new Fault("half-open-" + link, Strikes.halfOpen(link)),
                        new Fault("lost-answers-" + link, Strikes.loseAnswers(link))));
        return Stream.of(kills, killAll, links).flatMap(faults -> faults).toList();
    }

    /** @throws SandboxException with all names, when there is none of this one */
    public static Fault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SandboxException("there is no fault '" + name + "'; there are "
                        + all().stream().map(Fault::name).collect(Collectors.joining(", "))));
    }
}
