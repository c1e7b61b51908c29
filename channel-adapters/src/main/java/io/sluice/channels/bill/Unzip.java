package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Pulled;
import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillException;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses the files of a zip in the order in which they come, and compares the checksum of each. The directory behind them, which a
 * stream meets too late to be of use, is passed over.
 */
public final class Unzip implements Stage<byte[], FilePiece> {

    private final Feed feed = new Feed();
    private final Inflation inflation = new Inflation(true);
    private Part part = Part.HEADER;
    private @Nullable ZipEntryHeader header;

    private enum Part {
        HEADER,
        CONTENT,
        CHECKSUM,
        DIRECTORY
    }

    @Override
    public Iterator<FilePiece> next(byte[] piece) {
        feed.add(piece);
        return new Pulled<>(this::pull);
    }

    @Override
    public Iterator<FilePiece> end() {
        if (part != Part.DIRECTORY) {
            throw BillException.broken("the zip ends before its last file does");
        }
        return Collections.emptyIterator();
    }

    private @Nullable FilePiece pull() {
        if (part == Part.HEADER) {
            begin();
        }
        ZipEntryHeader current = header;
        if (part == Part.DIRECTORY) {
            feed.skip(feed.available());
            return null;
        }
        if (current == null) {
            return null;
        }
        if (part == Part.CONTENT) {
            byte[] content = inflation.more(feed);
            if (content != null) {
                return new FilePiece(current.name(), content, false);
            }
            part = inflation.isFinished() ? Part.CHECKSUM : part;
        }
        return part == Part.CHECKSUM ? ended(current) : null;
    }

    private void begin() {
        if (ZipEntryHeader.isDirectory(feed)) {
            part = Part.DIRECTORY;
            return;
        }
        header = ZipEntryHeader.read(feed);
        if (header != null) {
            inflation.begin();
            part = Part.CONTENT;
        }
    }

    /** Null while the checksum is not all there. */
    private @Nullable FilePiece ended(ZipEntryHeader current) {
        Long said = current.checksum(feed);
        if (said == null) {
            return null;
        }
        if (said != inflation.checksum()) {
            throw BillException.broken("a file of the zip does not fit its checksum");
        }
        header = null;
        part = Part.HEADER;
        return FilePiece.end(current.name());
    }

    @Override
    public void close() {
        inflation.close();
    }
}
