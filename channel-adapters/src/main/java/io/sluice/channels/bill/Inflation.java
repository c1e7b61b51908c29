package io.sluice.channels.bill;

import io.sluice.core.channel.bill.BillException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates as much as is asked for, and keeps the checksum of it. Holds memory outside of the heap until it is closed. */
final class Inflation implements AutoCloseable {

    private static final int PIECE = 8192;

    private final byte[] buffer = new byte[PIECE];
    private final CRC32 checksum = new CRC32();
    private final Inflater inflater;

    /** @param bare without zlib's own head and checksum, as within gzip and zip */
    Inflation(boolean bare) {
        this.inflater = new Inflater(bare);
    }

    /** Null when more input is needed, or when it is finished; what follows the end is left in the feed. */
    byte @Nullable [] more(Feed feed) {
        if (inflater.finished()) {
            return null;
        }
        if (inflater.needsInput()) {
            if (feed.available() == 0) {
                return null;
            }
            inflater.setInput(feed.takeAll());
        }
        int count = inflate();
        if (inflater.finished()) {
            feed.back(inflater.getRemaining());
        }
        if (count == 0) {
            return inflater.needsInput() || inflater.finished() ? null : stuck();
        }
        checksum.update(buffer, 0, count);
        return Arrays.copyOf(buffer, count);
    }

    private int inflate() {
        try {
            return inflater.inflate(buffer);
        } catch (DataFormatException damaged) {
            throw BillException.broken("the file cannot be decompressed");
        }
    }

    private static byte[] stuck() {
        throw BillException.broken("the file is compressed with a dictionary that nobody has");
    }

    boolean isFinished() {
        return inflater.finished();
    }

    /** CRC-32 of what came out since it began. */
    long checksum() {
        return checksum.getValue();
    }

    long length() {
        return inflater.getBytesWritten();
    }

    void begin() {
        inflater.reset();
        checksum.reset();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
