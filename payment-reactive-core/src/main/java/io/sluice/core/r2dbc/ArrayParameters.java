package io.sluice.core.r2dbc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Teaches the driver {@link ArrayParameter}, which it only ever sends. The driver finds it as a service. */
public final class ArrayParameters implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new Sending(allocator)));
    }

    private record Sending(ByteBufAllocator allocator) implements Codec<ArrayParameter<?, ?>> {

        @Override
        public boolean canEncode(Object value) {
            return value instanceof ArrayParameter;
        }

        @Override
        public EncodedParameter encode(Object value) {
            ArrayParameter<?, ?> array = (ArrayParameter<?, ?>) value;
            return encode(array, array.arrayType());
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            ArrayParameter<?, ?> array = (ArrayParameter<?, ?>) value;
            return new EncodedParameter(
                    Format.FORMAT_BINARY, dataType, Mono.fromSupplier(() -> array.encoded(allocator)));
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return false;
        }

        @Override
        public EncodedParameter encodeNull() {
            throw new UnsupportedOperationException("an array is never null, only its elements are");
        }

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> type) {
            return false;
        }

        @Override
        public @Nullable ArrayParameter<?, ?> decode(
                @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends ArrayParameter<?, ?>> type) {
            throw new UnsupportedOperationException("arrays are sent in this way and never read");
        }
    }
}
