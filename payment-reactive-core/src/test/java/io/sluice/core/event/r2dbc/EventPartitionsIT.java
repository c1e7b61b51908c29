package io.sluice.core.event.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.EventDatabase;
import io.sluice.core.event.Published;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventPartitionsIT {

    private static final String COUNT =
            "select count(*) from pg_inherits where inhparent = 'sluice.payment_event'::regclass";

    @Test
    void makesWhatIsMissingAtStart() {
        EventDatabase database = EventDatabase.fresh();
        String atFirst = database.one(COUNT);
        database.execute("do $$ begin execute 'drop table sluice.payment_event_'"
                + " || to_char(now() at time zone 'UTC' + interval '2 months', 'YYYY_MM'); end $$");
        EventPartitions partitions = new EventPartitions(database.factory());
        partitions.start();
        Published.await(Duration.ofSeconds(10), () -> database.one(COUNT).equals(atFirst));
        partitions.stop();
        assertThat(partitions.ensure().block(Duration.ofSeconds(10))).isZero();
    }
}
