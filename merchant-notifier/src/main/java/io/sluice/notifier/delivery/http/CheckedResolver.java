package io.sluice.notifier.delivery.http;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.sluice.notifier.address.model.RefusedTargetException;
import io.sluice.notifier.address.model.TargetPolicy;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Leaves only the addresses that webhooks may go to. What it returns is what is connected to, with no second look-up in
 * between, so a name that changes its answer gains nothing. A literal address counts as unresolved and is checked too.
 */
final class CheckedResolver extends AbstractAddressResolver<InetSocketAddress> {

    private final AddressResolver<InetSocketAddress> dns;
    private final TargetPolicy targets;

    CheckedResolver(EventExecutor executor, AddressResolver<InetSocketAddress> dns, TargetPolicy targets) {
        super(executor, InetSocketAddress.class);
        this.dns = dns;
        this.targets = targets;
    }

    @Override
    protected boolean doIsResolved(InetSocketAddress address) {
        return false;
    }

    @Override
    protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
        Promise<List<InetSocketAddress>> all = executor().newPromise();
        all.addListener((Future<List<InetSocketAddress>> answer) -> {
            if (answer.isSuccess()) {
                promise.setSuccess(answer.getNow().getFirst());
            } else {
                promise.setFailure(answer.cause());
            }
        });
        doResolveAll(unresolved, all);
    }

    @Override
    protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
        dns.resolveAll(unresolved).addListener((Future<List<InetSocketAddress>> answer) -> {
            if (answer.isSuccess()) {
                conclude(unresolved, answer.getNow(), promise);
            } else {
                promise.setFailure(answer.cause());
            }
        });
    }

    private void conclude(
            InetSocketAddress asked, List<InetSocketAddress> answer, Promise<List<InetSocketAddress>> promise) {
        List<InetSocketAddress> allowed = answer.stream()
                .filter(address -> targets.allows(address.getAddress()))
                .toList();
        if (allowed.isEmpty()) {
            promise.setFailure(
                    new RefusedTargetException("the host " + asked.getHostString() + " has no public address"));
        } else {
            promise.setSuccess(allowed);
        }
    }

    @Override
    public void close() {
        dns.close();
    }
}
