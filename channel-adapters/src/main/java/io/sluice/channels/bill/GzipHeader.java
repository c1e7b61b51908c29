package io.sluice.channels.bill;

import io.sluice.core.channel.bill.BillException;

/** What stands before the content of a gzip file (RFC 1952, 2.3). */
final class GzipHeader {

    private static final int FIXED = 10;
    private static final int LONGEST = 1 << 16;
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private GzipHeader() {}

    /** Its length, or 0 while not all of it is there. */
    static int length(Feed feed) {
        if (feed.available() < FIXED) {
            return 0;
        }
        if (feed.unsigned16(0) != MAGIC || feed.unsigned8(2) != DEFLATE) {
            throw BillException.broken("the file is not compressed with gzip");
        }
        int flags = feed.unsigned8(3);
        int length = FIXED;
        if ((flags & EXTRA) != 0) {
            length = feed.available() < length + 2 ? Integer.MAX_VALUE : length + 2 + feed.unsigned16(length);
        }
        length = (flags & NAME) == 0 ? length : afterText(feed, length);
        length = (flags & COMMENT) == 0 ? length : afterText(feed, length);
        length = (flags & HEADER_CHECKSUM) == 0 || length == Integer.MAX_VALUE ? length : length + 2;
        if (length > feed.available()) {
            return incomplete(feed);
        }
        return length;
    }

    /** A text ends with a zero. */
    private static int afterText(Feed feed, int from) {
        for (int at = from; at < feed.available(); at++) {
            if (feed.unsigned8(at) == 0) {
                return at + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static int incomplete(Feed feed) {
        if (feed.available() > LONGEST) {
            throw BillException.broken("the gzip file has no content, or it begins too late");
        }
        return 0;
    }
}
