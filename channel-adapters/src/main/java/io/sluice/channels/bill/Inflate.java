package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Pulled;
import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillException;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Decompresses what is in zlib's form (RFC 1950), whose checksum the JDK compares. */
public final class Inflate implements Stage<byte[], byte[]> {

    private final Feed feed = new Feed();
    private final Inflation inflation = new Inflation(false);

    @Override
    public Iterator<byte[]> next(byte[] piece) {
        feed.add(piece);
        return new Pulled<>(this::pull);
    }

    private byte @Nullable [] pull() {
        byte[] content = inflation.more(feed);
        if (content == null && inflation.isFinished() && feed.available() > 0) {
            throw BillException.broken("something follows the compressed content");
        }
        return content;
    }

    @Override
    public Iterator<byte[]> end() {
        if (!inflation.isFinished()) {
            throw BillException.broken("the file ends before its compressed content does");
        }
        return Collections.emptyIterator();
    }

    @Override
    public void close() {
        inflation.close();
    }
}
