package io.sluice.edge.authentication.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheredFlushesTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new GatheredFlushes());

    @BeforeEach
    void stopTheClock() {
        channel.freezeTime();
    }

    @Test
    void sendsALoneCommandAtTheEndOfTheTurn() {
        ask("first");
        assertThat(sent()).isNull();
        channel.runPendingTasks();
        assertThat(sent()).isEqualTo("first");
    }

    @Test
    void restsBeforeItSendsAgain() {
        ask("first");
        channel.runPendingTasks();
        sent();
        ask("second");
        channel.runPendingTasks();
        ask("third");
        channel.runPendingTasks();
        assertThat(sent()).isNull();
        rest();
        assertThat(sent()).isEqualTo("second");
        assertThat(sent()).isEqualTo("third");
        rest();
        ask("fourth");
        channel.runPendingTasks();
        assertThat(sent()).isEqualTo("fourth");
    }

    @Test
    void doesNotRestWhenEnoughWaits() {
        ask("first");
        channel.runPendingTasks();
        sent();
        for (int i = 0; i < GatheredFlushes.ENOUGH; i++) {
            ask("one of many");
        }
        assertThat(channel.outboundMessages()).hasSize(GatheredFlushes.ENOUGH);
    }

    @Test
    void sendsWhatWaitsWhenItIsClosed() {
        ask("last");
        assertThat(channel.close().isSuccess()).isTrue();
        assertThat(sent()).isEqualTo("last");
    }

    private void ask(String command) {
        channel.write(command).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        channel.pipeline().flush();
    }

    private Object sent() {
        return channel.readOutbound();
    }

    private void rest() {
        channel.advanceTimeBy(GatheredFlushes.REST.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }
}
