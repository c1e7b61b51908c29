package io.sluice.callback.intake.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.callback.intake.CallbackRecords;
import io.sluice.callback.intake.model.CallbackRecord;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The record of callbacks in {@code sluice.callback}, written as many at a time as have come. */
@Component
final class R2dbcCallbackRecords implements CallbackRecords, DisposableBean {

    /** As the payments' lanes do; docs/adr/008-gathered-writes.md. */
    private static final Duration REST = Duration.ofMillis(5);

    private static final Duration FINISH_WITHIN = Duration.ofSeconds(5);

    private final GatheringWriter<CallbackRecord, CallbackRecord> writer;

    R2dbcCallbackRecords(PostgresqlConnectionFactory connections, MeterRegistry meters) {
        GatheringOptions options = GatheringOptions.named("callbacks").withRest(REST);
        this.writer = GatheringWriter.over(connections, new InsertCallbacks(), options, meters);
    }

    @Override
    public Mono<Void> add(CallbackRecord arrival) {
        return writer.write(arrival).then();
    }

    /** Called by the thread that closes the context, after the last callback was answered. */
    @Override
    public void destroy() {
        writer.close().onErrorComplete().block(FINISH_WITHIN);
    }
}
