package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Pulled;
import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillException;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Decompresses one gzip file (RFC 1952) and compares its checksum and length. */
public final class Gunzip implements Stage<byte[], byte[]> {

    private static final int TRAILER = 8;
    private static final long WORD = 0xFFFF_FFFFL;

    private final Feed feed = new Feed();
    private final Inflation inflation = new Inflation(true);
    private Part part = Part.HEADER;

    private enum Part {
        HEADER,
        BODY,
        TRAILER,
        DONE
    }

    @Override
    public Iterator<byte[]> next(byte[] piece) {
        feed.add(piece);
        return new Pulled<>(this::pull);
    }

    @Override
    public Iterator<byte[]> end() {
        if (part != Part.DONE) {
            throw BillException.broken("the file ends before its compressed content does");
        }
        return Collections.emptyIterator();
    }

    private byte @Nullable [] pull() {
        if (part == Part.HEADER && !skipHeader()) {
            return null;
        }
        if (part == Part.BODY) {
            byte[] content = inflation.more(feed);
            if (content != null || !inflation.isFinished()) {
                return content;
            }
            part = Part.TRAILER;
        }
        if (part == Part.TRAILER && feed.available() >= TRAILER) {
            compare();
            part = Part.DONE;
        }
        if (part == Part.DONE && feed.available() > 0) {
            throw BillException.broken("something follows the compressed content");
        }
        return null;
    }

    private boolean skipHeader() {
        int length = GzipHeader.length(feed);
        if (length > 0) {
            feed.skip(length);
            part = Part.BODY;
        }
        return length > 0;
    }

    private void compare() {
        boolean same = feed.unsigned32(0) == inflation.checksum()
                && feed.unsigned32(Integer.BYTES) == (inflation.length() & WORD);
        feed.skip(TRAILER);
        if (!same) {
            throw BillException.broken("the content does not fit the checksum of its gzip file");
        }
    }

    @Override
    public void close() {
        inflation.close();
    }
}
