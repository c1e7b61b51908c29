package io.sluice.channels.wechat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** A server that is not the channel: it answers the same bytes to everything. */
final class Stranger implements AutoCloseable {

    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server;

    Stranger(String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
        this.server = TcpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((in, out) -> in.receive()
                        .doOnNext(request -> asked.incrementAndGet())
                        .concatMap(request -> out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes)))
                                .then())
                        .then())
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** How many requests came. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
