package io.sluice.sandbox.chaos;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Orders at a steady rate until it is ended. */
final class Load {
    private static final int ASKING_AGAIN = 8;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Customer> customers = new CopyOnWriteArrayList<>();
    private final Tally tally = new Tally();
    private final RecordingMerchant merchant;
    private final Random random;

    @SuppressWarnings("FutureReturnValueIgnored") // the clock ends with the load
    private Load(Rig rig, Random random, int perSecond) {
        this.merchant = new RecordingMerchant(rig.merchant(), rig.history(), tally);
        this.random = random;
        long periodMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
        clock.scheduleAtFixedRate(this::send, 0, periodMicros, TimeUnit.MICROSECONDS);
    }

    static Load begin(Rig rig, Random random, int perSecond) {
        return new Load(rig, random, perSecond);
    }

    private void send() {
        var customer = new Customer(merchant, tally, new Random(random.nextLong()), customers.size());
        customers.add(customer);
        threads.execute(customer::come);
    }

    /** What was seen so far. */
    Tally.Counts seen() {
        return tally.counts();
    }

    /** Sends no more, waits for the answers, and tells what was seen. */
    Tally.Counts end() {
        clock.shutdownNow();
        threads.close();
        return seen();
    }

    /** Asks again for what is not known. */
    void askAgain() {
        try (var again = Executors.newFixedThreadPool(ASKING_AGAIN)) {
            customers.forEach(customer -> again.execute(customer::comeAgain));
        }
    }
}
