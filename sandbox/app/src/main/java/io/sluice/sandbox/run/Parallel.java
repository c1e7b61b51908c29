package io.sluice.sandbox.run;

import io.sluice.sandbox.place.SandboxException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Things done at the same time, each on a thread of its own, for starts and ends. */
final class Parallel {
    private static final Executor THREADS =
            work -> Thread.ofPlatform().daemon().name("sandbox-start").start(work);

    private Parallel() {}

    static CompletableFuture<Void> begin(Runnable work) {
        return CompletableFuture.runAsync(work, THREADS);
    }

    /** Waits for it and fails as it did. */
    static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw SandboxException.of(e);
        }
    }

    static void run(List<Runnable> works) {
        var begun = works.stream().map(Parallel::begin).toList();
        begun.forEach(Parallel::await);
    }
}
