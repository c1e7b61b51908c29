package io.sluice.edge.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection before a gate, byte for byte. */
final class GatedConnection {

    static final Duration DRAIN_WITHIN = Duration.ofSeconds(2);
    static final String HEAD = "POST /v1/payments HTTP/1.1\r\nHost: a\r\n";
    static final String WHOLE = HEAD + "Content-Length: 2\r\n\r\n{}";

    private final EmbeddedChannel channel;
    private boolean oneOfMany;

    GatedConnection(Gate gate) {
        this.channel =
                new EmbeddedChannel(new HttpServerCodec(), new AdmissionHandler(gate, () -> oneOfMany, DRAIN_WITHIN));
    }

    void isOneOfMany() {
        oneOfMany = true;
    }

    void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }

    void answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER));
    }

    void laterBy(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        channel.close().syncUninterruptibly();
    }

    void end() {
        channel.finishAndReleaseAll();
    }

    /** How many requests came through, as a whole. */
    int handedOn() {
        channel.runPendingTasks();
        int requests = 0;
        int whole = 0;
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            requests += message instanceof HttpRequest ? 1 : 0;
            whole += message instanceof LastHttpContent ? 1 : 0;
            ReferenceCountUtil.release(message);
        }
        assertThat(whole).isEqualTo(requests);
        return requests;
    }

    String answered() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            text.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return text.toString();
    }
}
