package io.sluice.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class UnreadAnswerTest {

    private final AtomicInteger told = new AtomicInteger();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new UnreadAnswer(Duration.ofHours(1), told::incrementAndGet));

    @Test
    void closesAConnectionThatIsCutOffAndTellsOnce() {
        UnreadAnswer.cutOff(channel);
        UnreadAnswer.cutOff(channel);
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(told).hasValue(1);
    }

    @Test
    void saysNothingOfAClientWhoHasLeft() {
        channel.close().syncUninterruptibly();
        UnreadAnswer.cutOff(channel);
        channel.runPendingTasks();
        assertThat(told).hasValue(0);
    }

    @Test
    void isTakenWhenEverythingThatWasWrittenBeforeIs() {
        FullSocket socket = new FullSocket();
        channel.pipeline().addFirst(socket);
        ChannelFuture passage = channel.writeAndFlush("a passage");
        StepVerifier.create(UnreadAnswer.taken(channel))
                .then(channel::runPendingTasks)
                .expectNoEvent(Duration.ofMillis(20))
                .then(() -> assertThat(passage.isDone()).isFalse())
                .then(socket::takesAll)
                .verifyComplete();
        assertThat(socket.flushes).isEqualTo(2);
    }

    @Test
    void nobodyWaitsForAClientWhoHasLeft() {
        FullSocket socket = new FullSocket();
        channel.pipeline().addFirst(socket);
        StepVerifier.create(UnreadAnswer.taken(channel))
                .then(channel::runPendingTasks)
                .then(socket::isGone)
                .verifyComplete();
        channel.close().syncUninterruptibly();
        StepVerifier.create(UnreadAnswer.taken(channel))
                .then(channel::runPendingTasks)
                .verifyComplete();
    }

    /** Takes nothing until it is told to. */
    private static final class FullSocket extends ChannelOutboundHandlerAdapter {

        private final Queue<ChannelPromise> waiting = new ArrayDeque<>();
        private int flushes;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            waiting.add(promise);
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes++;
        }

        void takesAll() {
            waiting.forEach(ChannelPromise::setSuccess);
        }

        void isGone() {
            waiting.forEach(promise -> promise.setFailure(new ClosedChannelException()));
        }
    }
}
