package io.sluice.compare.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Where and when a run took place: a figure without them says nothing. */
public record Machine(String date, String processor, int cores, long memoryMb, String kernel, String java) {
    public static Machine here() {
        return new Machine(
                Instant.now().toString(),
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + ' ' + System.getProperty("os.version"),
                System.getProperty("java.vendor") + ' ' + System.getProperty("java.version"));
    }

    @Override
    public String toString() {
        return "%s, %d cores, %d MB, %s, %s, %s".formatted(processor, cores, memoryMb, kernel, java, date);
    }

    /** The first line of that name; 0 where there is none. */
    private static String value(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            return "0";
        }
    }
}
