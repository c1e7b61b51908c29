package io.sluice.core.http;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.channel.Channel;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leaves the process files to open: a server that accepts until there are none left can call no channel and no database for
 * those whom it has accepted. When it has as many connections as it may, it accepts no more until one is closed; who comes
 * meanwhile waits in the system's queue.
 */
public final class OpenConnections {

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    /** @param most at once, at least 1; as many loops as accept may each pass it by what they accept in one turn */
    OpenConnections(int most) {
        this.most = most;
    }

    /** As many as leave a quarter of the files that the process may open. */
    public static OpenConnections leavingFiles() {
        return new OpenConnections(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? leaving(unix.getMaxFileDescriptorCount())
                        : Integer.MAX_VALUE);
    }

    /** @param files how many may be open; not above zero where there is no bound */
    static int leaving(long files) {
        return files > 0 ? Math.clamp(files / 4 * 3, 1, Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    public int open() {
        return open.get();
    }

    /** Whether it is time to part with connections that are not needed: seven eighths of what may be is open. */
    public boolean areMany() {
        return open.get() >= most - most / 8;
    }

    void opened(Channel connection) {
        Channel listening = connection.parent();
        open.incrementAndGet();
        acceptIfThereIsRoom(listening);
        connection.closeFuture().addListener(closed -> {
            open.decrementAndGet();
            acceptIfThereIsRoom(listening);
        });
    }

    private void acceptIfThereIsRoom(Channel listening) {
        if (listening.config().isAutoRead() != isRoom()) {
            listening.eventLoop().execute(() -> {
                // Once more where the count has changed meanwhile and whoever changed it saw no reason to ask.
                do {
                    listening.config().setAutoRead(isRoom());
                } while (listening.config().isAutoRead() != isRoom());
            });
        }
    }

    private boolean isRoom() {
        return open.get() < most;
    }
}
