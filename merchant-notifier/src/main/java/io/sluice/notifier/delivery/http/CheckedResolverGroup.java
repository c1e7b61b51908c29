package io.sluice.notifier.delivery.http;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.sluice.notifier.address.model.TargetPolicy;
import java.net.InetSocketAddress;

/** Netty's non-blocking DNS, with every answer checked before anybody connects to it. */
final class CheckedResolverGroup extends AddressResolverGroup<InetSocketAddress> {

    private final AddressResolverGroup<InetSocketAddress> dns;
    private final TargetPolicy targets;

    CheckedResolverGroup(AddressResolverGroup<InetSocketAddress> dns, TargetPolicy targets) {
        this.dns = dns;
        this.targets = targets;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new CheckedResolver(executor, dns.getResolver(executor), targets);
    }

    @Override
    public void close() {
        super.close();
        dns.close();
    }
}
