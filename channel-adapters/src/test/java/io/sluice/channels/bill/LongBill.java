package io.sluice.channels.bill;

import java.time.Duration;
import java.time.Instant;

/** Reads a bill of so many lines, made while it is read; started by {@link LongBillTest} in a JVM with a small heap. */
final class LongBill {

    private LongBill() {}

    /** @param arguments a {@link LongFile}, and how many lines it is to have */
    public static void main(String... arguments) throws ReflectiveOperationException {
        LongFile file = Class.forName(arguments[0])
                .asSubclass(LongFile.class)
                .getDeclaredConstructor()
                .newInstance();
        int lines = Integer.parseInt(arguments[1]);
        var stage = file.reading(lines);
        Instant begin = Instant.now();
        long read = Bills.read(file.content(lines), () -> stage)
                .count()
                .blockOptional()
                .orElseThrow();
        System.out.printf(
                "%d lines, verified in %d s, in a heap of %d MB%n",
                read,
                Duration.between(begin, Instant.now()).toSeconds(),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
