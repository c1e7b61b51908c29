package io.sluice.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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
}
