package io.sluice.core.http;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;

/** A request's body in one piece. */
public final class WholeBody {

    private static final byte[] NONE = {};

    private WholeBody() {}

    /**
     * @return the bytes, none where there is no body; fails with
     *     {@link org.springframework.core.io.buffer.DataBufferLimitException} when there are more than {@code maxBytes},
     *     and with {@link io.netty.channel.ChannelException} when they do not arrive in time: the server's own time-out is
     *     not a public type, and while a body is awaited such an error is nothing else
     */
    public static Mono<byte[]> read(Publisher<DataBuffer> body, int maxBytes) {
        return DataBufferUtils.join(body, maxBytes)
                .map(WholeBody::bytes)
                .defaultIfEmpty(NONE)
                .onTerminateDetach(); // the server remembers who read the body, and he whom he handed it to
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
