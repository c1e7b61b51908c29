package io.sluice.compare.profile;

import io.sluice.compare.measure.model.ProcStat;
import io.sluice.compare.profile.model.Purpose;
import io.sluice.compare.profile.model.ThreadName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the threads of a process spend between two moments, from /proc, by what they are for. */
final class ThreadMeter {
    private final Path process;
    private final double totalBefore;
    private final Map<String, Spent> before;

    private record Spent(String thread, double ms) {}

    private ThreadMeter(Path process) {
        this.process = process;
        this.totalBefore = ms(process);
        this.before = threads();
    }

    static ThreadMeter start(long pid) {
        return new ThreadMeter(Path.of("/proc", String.valueOf(pid)));
    }

    /** Milliseconds since the start. Their sum is the process's: what threads spent that have ended is rest. */
    Map<Purpose, Double> spentMs() {
        Map<Purpose, Double> spent = new EnumMap<>(Purpose.class);
        threads().forEach((id, now) -> {
            double was = before.getOrDefault(id, new Spent(now.thread(), 0)).ms();
            spent.merge(ThreadName.purpose(now.thread()), now.ms() - was, Double::sum);
        });
        double living = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        spent.merge(Purpose.REST, Math.max(0, ms(process) - totalBefore - living), Double::sum);
        return spent;
    }

    private Map<String, Spent> threads() {
        Map<String, Spent> spent = new HashMap<>();
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            tasks.forEach(task -> spent.put(task.getFileName().toString(), spent(task)));
            return spent;
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static Spent spent(Path task) {
        return new Spent(read(task.resolve("comm")).strip(), ms(task));
    }

    private static double ms(Path task) {
        String stat = read(task.resolve("stat"));
        return stat.isEmpty() ? 0 : ProcStat.parse(stat).ownTicks() * ProcStat.MILLIS_A_TICK;
    }

    /** Empty when it has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
