package io.sluice.core.r2dbc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of many rows as one array of PostgreSQL, which is written in its binary format at the moment when it is sent:
 * the driver's own arrays are text, which costs both sides a multiple. Bound like any other value.
 *
 * @param value of a row; null is SQL's null
 */
public record ArrayParameter<T, V>(List<T> rows, ElementType<V> type, Function<T, ? extends @Nullable V> value) {
    private static final int NULL = -1;

    /** PostgreSQL's array_recv: dimensions, whether nulls may come, the elements' type, how many, the first one's number. */
    private static final int HEADER_BYTES = 5 * Integer.BYTES;

    int arrayType() {
        return type.arrayOid();
    }

    /** The caller releases it. */
    ByteBuf encoded(ByteBufAllocator allocator) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        int bytes = HEADER_BYTES;
        for (T row : rows) {
            V element = value.apply(row);
            values.add(element);
            bytes += Integer.BYTES + (element == null ? 0 : type.bytes().applyAsInt(element));
        }
        ByteBuf to = allocator.buffer(bytes);
        try {
            to.writeInt(1)
                    .writeInt(1)
                    .writeInt(type.oid())
                    .writeInt(values.size())
                    .writeInt(1);
            values.forEach(element -> write(to, element));
            return to;
        } catch (RuntimeException e) {
            to.release();
            throw e;
        }
    }

    private void write(ByteBuf to, @Nullable V element) {
        int lengthAt = to.writerIndex();
        to.writeInt(NULL);
        if (element != null) {
            type.write(to, element);
            to.setInt(lengthAt, to.writerIndex() - lengthAt - Integer.BYTES);
        }
    }
}
