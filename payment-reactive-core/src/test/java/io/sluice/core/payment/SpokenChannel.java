package io.sluice.core.payment;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A channel that says what the test tells it to. */
final class SpokenChannel implements ChannelProvider, Pays {

    final Queue<PayOrder> orders = new ConcurrentLinkedQueue<>();
    volatile Function<PayOrder, Mono<ChannelOutcome>> answer = order -> Mono.never();

    @Override
    public String channel() {
        return "spoken";
    }

    @Override
    public List<String> methods() {
        return List.of("wechat_native");
    }

    @Override
    public List<AccountField> accountFields() {
        return List.of();
    }

    @Override
    public Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        return this;
    }

    @Override
    public Capabilities capabilities() {
        var method = new Capabilities.MethodCapability("wechat_native", List.of("CNY"), 1, 1_000_000, false);
        return new Capabilities("spoken", List.of(method), Duration.ofSeconds(1));
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        orders.add(order);
        return answer.apply(order);
    }
}
