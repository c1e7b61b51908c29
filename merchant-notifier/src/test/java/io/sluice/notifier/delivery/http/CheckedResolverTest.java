package io.sluice.notifier.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import io.sluice.notifier.address.model.RefusedTargetException;
import io.sluice.notifier.address.model.TargetPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names whose answers are made up here, one after the other, as an attacker's name server would. */
class CheckedResolverTest {

    private final Queue<List<InetAddress>> answers = new ArrayDeque<>();
    private final AddressResolver<InetSocketAddress> resolver = new CheckedResolver(
            ImmediateEventExecutor.INSTANCE, new Scripted(answers).asAddressResolver(), new TargetPolicy(false));

    @Test
    void connectsToTheAddressThatWasChecked() {
        answers("93.184.216.34");
        assertThat(resolve()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("93.184.216.34"), 443));
    }

    @Test
    void checksEveryAnswerOfANameThatChangesThem() {
        answers("93.184.216.34");
        answers("169.254.169.254");
        assertThat(resolve().getAddress().getHostAddress()).isEqualTo("93.184.216.34");
        assertThat(failure()).isInstanceOf(RefusedTargetException.class).hasMessageNotContaining("169.254");
    }

    @Test
    void picksThePublicOnesOfSeveralAddresses() {
        answers("10.0.0.8", "127.0.0.1", "93.184.216.34", "::1");
        assertThat(resolver.resolveAll(unresolved()).getNow())
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly("93.184.216.34");
    }

    @Test
    void checksWhatIsResolvedAlready() {
        assertThat(resolver.isResolved(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.8"), 443)))
                .isFalse();
    }

    private void answers(String... addresses) {
        answers.add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    }

    private InetSocketAddress resolve() {
        return resolver.resolve(unresolved()).getNow();
    }

    private Throwable failure() {
        return resolver.resolve(unresolved()).cause();
    }

    private static InetSocketAddress unresolved() {
        return InetSocketAddress.createUnresolved("shop.example", 443);
    }

    private static final class Scripted extends InetNameResolver {

        private final Queue<List<InetAddress>> answers;

        Scripted(Queue<List<InetAddress>> answers) {
            super(ImmediateEventExecutor.INSTANCE);
            this.answers = answers;
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            promise.setSuccess(answers.remove().getFirst());
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            promise.setSuccess(answers.remove());
        }
    }
}
