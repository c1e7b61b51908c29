package io.sluice.compare.contestant;

import io.sluice.compare.measure.Group;
import java.util.List;

/** Something that takes payments, started and ready. */
public interface Contestant extends AutoCloseable {
    String name();

    /** Where it takes {@code POST /v1/payments}. */
    int port();

    /** Its own processes: the service first, then what only it uses. */
    List<Group> processes();

    /** Ends it. Blocks for that long. */
    @Override
    void close();
}
