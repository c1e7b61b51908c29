package io.sluice.compare.contestant;

import io.sluice.compare.measure.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Sluice's app that channels call back, over the edge's database.
 *
 * @param port where it takes {@code POST /callbacks/ACCOUNT}
 */
public record CallbackReceiver(int port, JvmProcess process, Sluice edge) implements AutoCloseable {
    /** The processes of both, the receiver as the service. */
    public List<Group> receiving() {
        List<Group> all = new ArrayList<>(edge.processes());
        all.addFirst(new Group("edge", all.removeFirst().pids()));
        all.addFirst(Group.of("service", process.pid()));
        return List.copyOf(all);
    }

    /** The same, the edge as the service. */
    public List<Group> creating() {
        List<Group> all = new ArrayList<>(edge.processes());
        all.add(Group.of("callback", process.pid()));
        return List.copyOf(all);
    }

    @Override
    public void close() {
        process.close();
    }
}
