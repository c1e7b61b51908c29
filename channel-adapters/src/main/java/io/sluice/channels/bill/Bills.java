package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads bills while they come. */
public final class Bills {

    /** Of their own, so that a long bill keeps no payment waiting; chains of certificates may be checked here. */
    private static final Scheduler THREADS = Schedulers.newBoundedElastic(2, 10_000, "bills", 60, true);

    /** So many pieces wait for the reader at most, and the network behind them. */
    private static final int AHEAD = 2;

    private Bills() {}

    /**
     * @param download fails with a {@link BillException} when it is not to be had
     * @param reading made anew for each subscriber
     */
    public static Flux<BillLine> read(Flux<byte[]> download, Supplier<Stage<byte[], BillLine>> reading) {
        return Flux.using(
                        reading::get,
                        stage -> download.publishOn(THREADS, AHEAD)
                                .concatMapIterable(piece -> () -> stage.next(piece), 1)
                                .concatWith(Flux.fromIterable(stage::end)),
                        Stage::close)
                .onErrorMap(failure -> !(failure instanceof BillException), Bills::unreadable);
    }

    private static BillException unreadable(Throwable failure) {
        return BillException.broken(
                "the bill cannot be read: " + failure.getClass().getSimpleName());
    }
}
