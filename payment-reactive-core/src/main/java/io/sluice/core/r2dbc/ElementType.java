package io.sluice.core.r2dbc;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/**
 * How PostgreSQL writes the elements of an array in its binary format: the {@code recv} function of each type.
 *
 * @param oid of the element's type, in pg_type
 * @param arrayOid of the array's
 * @param bytes that an element will have; more is no error, it only costs
 */
public record ElementType<V>(int oid, int arrayOid, ToIntFunction<V> bytes, BiConsumer<ByteBuf, V> writer) {
    /** Of 2000-01-01T00:00:00Z, from which PostgreSQL counts microseconds. */
    private static final long EPOCH_SECOND = 946_684_800;

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    public static final ElementType<UUID> UUIDS = new ElementType<>(
            2950,
            2951,
            _ -> 16,
            (to, value) -> to.writeLong(value.getMostSignificantBits()).writeLong(value.getLeastSignificantBits()));

    public static final ElementType<String> TEXTS = new ElementType<>(
            25, 1009, String::length, (to, value) -> to.writeBytes(value.getBytes(StandardCharsets.UTF_8)));

    public static final ElementType<Integer> INTEGERS = new ElementType<>(23, 1007, _ -> 4, ByteBuf::writeInt);

    public static final ElementType<Long> BIGINTS = new ElementType<>(20, 1016, _ -> 8, ByteBuf::writeLong);

    public static final ElementType<Boolean> BOOLEANS = new ElementType<>(16, 1000, _ -> 1, ByteBuf::writeBoolean);

    /** To the microsecond; what is finer is cut off. */
    public static final ElementType<Instant> TIMES =
            new ElementType<>(1184, 1185, _ -> 8, (to, value) -> to.writeLong(micros(value)));

    void write(ByteBuf to, V value) {
        writer.accept(to, value);
    }

    private static long micros(Instant time) {
        return (time.getEpochSecond() - EPOCH_SECOND) * MICROS_A_SECOND + time.getNano() / NANOS_A_MICRO;
    }
}
