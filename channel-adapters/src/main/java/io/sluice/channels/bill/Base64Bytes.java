package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillException;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Decodes base64 (RFC 4648, 4), four signs at a time. */
public final class Base64Bytes implements Stage<byte[], byte[]> {

    private static final int GROUP = 4;

    private final Feed feed = new Feed();

    @Override
    public Iterator<byte[]> next(byte[] piece) {
        feed.add(piece);
        byte[] groups = feed.take(feed.available() - feed.available() % GROUP);
        return groups.length == 0
                ? Collections.emptyIterator()
                : List.of(decoded(groups)).iterator();
    }

    private static byte[] decoded(byte[] groups) {
        try {
            return Base64.getDecoder().decode(groups);
        } catch (IllegalArgumentException malformed) {
            throw BillException.broken("the file is not in base64");
        }
    }

    @Override
    public Iterator<byte[]> end() {
        if (feed.available() > 0) {
            throw BillException.broken("the file's base64 is cut off");
        }
        return Collections.emptyIterator();
    }
}
