package io.sluice.compare.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.sandbox.place.SandboxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Streams of events that somebody follows. What comes is read and thrown away. */
@SuppressWarnings("FutureReturnValueIgnored") // a stream that fails is heard of by its handler
public final class Subscribers implements AutoCloseable {
    /** Those who come do so one after the other, as browsers do: the crowd is not what is measured. */
    private static final int COMING_AT_ONCE = 32;

    private static final long LIMIT_SECONDS = 120;
    private static final String GRANTED = "HTTP/1.1 200";

    private final Bootstrap bootstrap;
    private final List<byte[]> requests;
    private final CountDownLatch missing;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile @Nullable String refusal;

    Subscribers(Bootstrap bootstrap, List<byte[]> requests) {
        this.bootstrap = bootstrap;
        this.requests = requests;
        this.missing = new CountDownLatch(requests.size());
    }

    void open() throws InterruptedException {
        for (int i = 0; i < COMING_AT_ONCE; i++) {
            openNext();
        }
        boolean inTime = missing.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        String why = refusal;
        if (!inTime || why != null) {
            close();
            throw new SandboxException("of %d streams %d did not open: %s"
                    .formatted(requests.size(), missing.getCount(), why == null ? "no answer in time" : why));
        }
    }

    public int size() {
        return requests.size();
    }

    /** @throws SandboxException when one ended that should have gone on */
    public void requireAll() {
        if (ended.get() > 0) {
            throw new SandboxException(
                    "%d of %d streams ended while they were idle".formatted(ended.get(), requests.size()));
        }
    }

    @Override
    public void close() {
        open.close().awaitUninterruptibly();
    }

    private void openNext() {
        int mine = next.getAndIncrement();
        if (mine < requests.size()) {
            bootstrap.clone().handler(new Stream(requests.get(mine))).connect().addListener(connecting -> {
                if (!connecting.isSuccess()) {
                    refused(String.valueOf(connecting.cause()));
                }
            });
        }
    }

    private void refused(String why) {
        refusal = why;
        while (missing.getCount() > 0) {
            missing.countDown();
        }
    }

    /** One of them. */
    private final class Stream extends ChannelInboundHandlerAdapter {
        private final byte[] request;
        private boolean granted;

        Stream(byte[] request) {
            this.request = request;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            open.add(context.channel());
            context.writeAndFlush(Unpooled.wrappedBuffer(request));
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!granted) {
                begins(((ByteBuf) message).toString(StandardCharsets.US_ASCII));
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            ended.incrementAndGet();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        private void begins(String answer) {
            if (answer.startsWith(GRANTED)) {
                granted = true;
                missing.countDown();
                openNext();
            } else {
                refused(answer.lines().findFirst().orElse("an empty answer"));
            }
        }
    }
}
