package io.sluice.core.event;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;

/**
 * A place in the event log, between two rows. Cursors ascend in commit order; their written form is opaque.
 *
 * @param xid the number of the transaction that wrote the row before it
 * @param position that row's position
 */
public record EventCursor(long xid, long position) implements Comparable<EventCursor> {

    /** Before the first row. */
    public static final EventCursor START = new EventCursor(0, 0);

    private static final Comparator<EventCursor> COMMIT_ORDER =
            Comparator.comparingLong(EventCursor::xid).thenComparingLong(EventCursor::position);

    private static final int LENGTH = 2 * Long.BYTES;

    /** @throws IllegalArgumentException when {@code text} was not written by {@link #toString()} */
    public static EventCursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(decode(text));
        if (bytes.remaining() != LENGTH) {
            throw malformed();
        }
        EventCursor cursor = new EventCursor(bytes.getLong(), bytes.getLong());
        if (cursor.xid < 0 || cursor.position < 0) {
            throw malformed();
        }
        return cursor;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a cursor: pass one back exactly as it was given");
    }

    /** In commit order. */
    @Override
    public int compareTo(EventCursor other) {
        return COMMIT_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        byte[] bytes =
                ByteBuffer.allocate(LENGTH).putLong(xid).putLong(position).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
