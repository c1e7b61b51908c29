package io.sluice.channels.wechat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again until the answer is the wanted one or the time is over. */
final class Eventually {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private Eventually() {}

    static <T> T get(Supplier<T> question, Predicate<T> wanted) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        T answer = question.get();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + answer + " after " + AT_MOST);
            }
            LockSupport.parkNanos(5_000_000);
            answer = question.get();
        }
        return answer;
    }
}
