package io.sluice.core.r2dbc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Reads a {@code timestamptz} as an {@link Instant}. The driver leaves PostgreSQL's text to a formatter, which takes
 * microseconds and kilobytes for each of a payment's times. What has not the usual shape, years before Christ for one, is
 * left to the driver, as is how instants are sent. The driver finds it as a service.
 */
public final class Instants implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new Reading(driversOwn(registry))));
    }

    @SuppressWarnings("unchecked") // whoever decodes instants is a codec of them
    private static Codec<Instant> driversOwn(CodecRegistry registry) {
        for (Codec<?> codec : registry) {
            if (codec.canDecode(Reading.TYPE, Format.FORMAT_TEXT, Instant.class)) {
                return (Codec<Instant>) codec;
            }
        }
        throw new IllegalStateException("the driver has no codec that reads timestamptz as Instant");
    }

    record Reading(Codec<Instant> driversOwn) implements Codec<Instant>, CodecMetadata {

        private static final int UNUSUAL = Integer.MIN_VALUE;
        static final int TYPE = PostgresqlObjectId.TIMESTAMPTZ.getObjectId();
        private static final String SHAPE = "0000-00-00 00:00:00";
        private static final int MOST_DECIMALS = 6;
        private static final int NANOS = 1_000_000_000;

        /** By these three the driver finds it before its own. */
        @Override
        public Class<?> type() {
            return Instant.class;
        }

        @Override
        public Iterable<Format> getFormats() {
            return Set.of(Format.FORMAT_TEXT);
        }

        @Override
        public Iterable<PostgresqlObjectId> getDataTypes() {
            return Set.of(PostgresqlObjectId.TIMESTAMPTZ);
        }

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> type) {
            return dataType == TYPE && format == Format.FORMAT_TEXT && type == Instant.class;
        }

        @Override
        public @Nullable Instant decode(
                @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends Instant> type) {
            Instant read = buffer == null ? null : read(buffer);
            return read == null ? driversOwn.decode(buffer, dataType, format, type) : read;
        }

        /** {@code 2026-02-03 04:05:06.000007+00}, with as many decimals as there are; null for any other shape. */
        private static @Nullable Instant read(ByteBuf text) {
            int from = text.readerIndex();
            int end = text.writerIndex();
            if (!hasShape(text, from, end)) {
                return null;
            }
            int at = from + SHAPE.length();
            int nanos = 0;
            if (text.getByte(at) == '.') {
                int decimals = ++at;
                for (int unit = NANOS / 10; at < end && isDigit(text.getByte(at)); at++, unit /= 10) {
                    nanos += (text.getByte(at) - '0') * unit;
                }
                if (at == decimals || at > decimals + MOST_DECIMALS) {
                    return null;
                }
            }
            int hours = offsetHours(text, at, end);
            if (hours == UNUSUAL) {
                return null;
            }
            long day = LocalDate.of(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2))
                    .toEpochDay();
            int minutes = 60 * (number(text, from + 11, 2) - hours) + number(text, from + 14, 2);
            return Instant.ofEpochSecond(86_400 * day + 60L * minutes + number(text, from + 17, 2), nanos);
        }

        /** Of whole hours; the few zones with minutes in theirs are unusual. */
        private static int offsetHours(ByteBuf text, int at, int end) {
            boolean whole = end - at == 3 && isDigit(text.getByte(at + 1)) && isDigit(text.getByte(at + 2));
            return switch (whole ? text.getByte(at) : 0) {
                case '+' -> number(text, at + 1, 2);
                case '-' -> -number(text, at + 1, 2);
                default -> UNUSUAL;
            };
        }

        private static boolean hasShape(ByteBuf text, int from, int end) {
            if (end - from <= SHAPE.length()) {
                return false;
            }
            for (int i = 0; i < SHAPE.length(); i++) {
                byte c = text.getByte(from + i);
                char shape = SHAPE.charAt(i);
                if (shape == '0' ? !isDigit(c) : c != shape) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isDigit(byte c) {
            return c >= '0' && c <= '9';
        }

        private static int number(ByteBuf text, int from, int digits) {
            int number = 0;
            for (int i = from; i < from + digits; i++) {
                number = 10 * number + text.getByte(i) - '0';
            }
            return number;
        }

        @Override
        public boolean canEncode(Object value) {
            return driversOwn.canEncode(value);
        }

        @Override
        public EncodedParameter encode(Object value) {
            return driversOwn.encode(value);
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            return driversOwn.encode(value, dataType);
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return driversOwn.canEncodeNull(type);
        }

        @Override
        public EncodedParameter encodeNull() {
            return driversOwn.encodeNull();
        }
    }
}
