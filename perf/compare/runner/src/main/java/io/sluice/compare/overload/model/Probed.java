package io.sluice.compare.overload.model;

import io.sluice.compare.load.ProbeAnswer;
import io.sluice.compare.report.model.Spread;
import io.sluice.sandbox.load.LoadPhase;
import io.sluice.sandbox.place.SandboxException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a few payments saw that came beside a scenario's load, phase by phase. */
public record Probed(List<LoadPhase> phases, List<ProbeAnswer> answers) {
    private static final double NEARLY_ALL = 0.99;
    private static final double MIDDLE = 0.5;
    private static final Set<Integer> GRANTED = Set.of(201, 202);
    private static final Set<Integer> REFUSED = Set.of(429, 503);

    public Probed {
        phases = List.copyOf(phases);
        answers = List.copyOf(answers);
    }

    /** In milliseconds, of a phase that there is once. */
    public double grantedP99(String phase) {
        return grantedP99(named(phase).getFirst());
    }

    /** In milliseconds, of a phase that there is once; 0 when none was refused. */
    public double refusedP99(String phase) {
        return percentile(during(named(phase).getFirst()), Probed::isRefused, NEARLY_ALL);
    }

    /**
     * What was granted in one phase took so many times as long as in the other, by the 99th percentile, turn by turn: the
     * first of the one beside the first of the other.
     */
    public Spread grantedP99Ratio(String one, String other) {
        List<LoadPhase> ones = named(one);
        List<LoadPhase> others = named(other);
        return Spread.of(IntStream.range(0, Math.min(ones.size(), others.size()))
                .mapToDouble(turn -> grantedP99(ones.get(turn)) / grantedP99(others.get(turn))));
    }

    private double grantedP99(LoadPhase phase) {
        return percentile(during(phase), Probed::isGranted, NEARLY_ALL);
    }

    /** Whether in its phases every answer was granted or refused in good order. */
    public boolean isWithoutError() {
        return phases.stream()
                .flatMap(phase -> during(phase).stream())
                .allMatch(answer -> isGranted(answer) || isRefused(answer));
    }

    /** Each phase for people. */
    public Stream<String> notes() {
        return phases.stream().map(phase -> note(phase.name(), during(phase)));
    }

    private static String note(String phase, List<ProbeAnswer> seen) {
        return "%s: %d granted (p50 %.0f ms, p99 %.0f ms), %d refused (p50 %.1f ms, p99 %.1f ms)"
                .formatted(
                        phase,
                        seen.stream().filter(Probed::isGranted).count(),
                        percentile(seen, Probed::isGranted, MIDDLE),
                        percentile(seen, Probed::isGranted, NEARLY_ALL),
                        seen.stream().filter(Probed::isRefused).count(),
                        percentile(seen, Probed::isRefused, MIDDLE),
                        percentile(seen, Probed::isRefused, NEARLY_ALL));
    }

    /** @throws SandboxException when there was no such phase */
    private List<LoadPhase> named(String name) {
        List<LoadPhase> named =
                phases.stream().filter(phase -> phase.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new SandboxException("the scenario did not tell when '" + name + "' was");
        }
        return named;
    }

    /** @throws SandboxException when nothing was answered in it */
    private List<ProbeAnswer> during(LoadPhase phase) {
        List<ProbeAnswer> seen =
                answers.stream().filter(answer -> phase.contains(answer.due())).toList();
        if (seen.isEmpty()) {
            throw new SandboxException("nothing that came beside the load was answered " + phase.name());
        }
        return seen;
    }

    private static double percentile(List<ProbeAnswer> answers, Predicate<ProbeAnswer> kind, double share) {
        double[] sorted = answers.stream()
                .filter(kind)
                .mapToDouble(ProbeAnswer::tookMs)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * share) - 1];
    }

    private static boolean isGranted(ProbeAnswer answer) {
        return GRANTED.contains(answer.status());
    }

    private static boolean isRefused(ProbeAnswer answer) {
        return REFUSED.contains(answer.status());
    }
}
