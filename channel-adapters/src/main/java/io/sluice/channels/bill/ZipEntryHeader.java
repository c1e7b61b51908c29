package io.sluice.channels.bill;

import io.sluice.core.channel.bill.BillException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a file in a zip (APPNOTE 4.3.7), as far as it is needed.
 *
 * @param checksum of the file, null where it stands behind it (4.3.9)
 */
record ZipEntryHeader(String name, @Nullable Long checksum) {

    private static final int FIXED = 30;
    private static final int SIGNATURE = 4;
    private static final int DESCRIPTOR = 12;
    private static final long ENTRY = 0x04034b50L;
    private static final long DIRECTORY = 0x02014b50L;
    private static final long END = 0x06054b50L;
    private static final long DESCRIBED = 0x08074b50L;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int BEHIND = 1 << 3;
    private static final int UNICODE = 1 << 11;
    private static final Charset GBK = Charset.forName("GBK");

    static boolean isDirectory(Feed feed) {
        return feed.available() >= SIGNATURE && (feed.unsigned32(0) == DIRECTORY || feed.unsigned32(0) == END);
    }

    /** Takes it from the feed; null while it is not all there. */
    static @Nullable ZipEntryHeader read(Feed feed) {
        if (feed.available() < FIXED) {
            return null;
        }
        int flags = feed.unsigned16(6);
        if (feed.unsigned32(0) != ENTRY || feed.unsigned16(8) != DEFLATED || (flags & ENCRYPTED) != 0) {
            throw BillException.broken("it is not a zip of deflated files");
        }
        int nameLength = feed.unsigned16(26);
        int length = FIXED + nameLength + feed.unsigned16(28);
        if (feed.available() < length) {
            return null;
        }
        Long checksum = (flags & BEHIND) == 0 ? Long.valueOf(feed.unsigned32(14)) : null;
        feed.skip(FIXED);
        String name = new String(feed.take(nameLength), (flags & UNICODE) == 0 ? GBK : StandardCharsets.UTF_8);
        feed.skip(length - FIXED - nameLength);
        return new ZipEntryHeader(name, checksum);
    }

    /** From before the file or from behind it; null while that is not all there. */
    @Nullable Long checksum(Feed feed) {
        if (checksum != null) {
            return checksum;
        }
        if (feed.available() < SIGNATURE + DESCRIPTOR) {
            return null;
        }
        // Its signature may be left out, though nobody does.
        feed.skip(feed.unsigned32(0) == DESCRIBED ? SIGNATURE : 0);
        long behind = feed.unsigned32(0);
        feed.skip(DESCRIPTOR);
        return behind;
    }
}
