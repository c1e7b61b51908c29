package io.sluice.compare.load;

/** Where it is kept what became of requests. Told on one event loop. */
interface Answers {
    /** @param startedNanos when the request should have left, by {@link System#nanoTime} */
    void answered(int status, long startedNanos);

    /** A request whose connection ended before it was answered. */
    void lost();
}
