package io.sluice.channels.http.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.AddressResolver;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.netty.http.HttpResources;

/**
 * Brings up one connection for one call, on the shelf's loop: the name is resolved and its addresses are tried in turn, together
 * within the call's patience, and then TLS is agreed on. Nothing of the call is sent before all of that is done.
 */
@SuppressWarnings("FutureReturnValueIgnored") // listeners hear of what comes of it
final class Dial {

    private final Shelf shelf;
    private final Call call;
    private final long endsAt;
    private boolean over;

    /** For whoever has taken a slot, which is given back when no connection comes of it. */
    Dial(Shelf shelf, Call call) {
        this.shelf = shelf;
        this.call = call;
        this.endsAt = System.nanoTime() + call.patience().connect().toNanos();
    }

    void begin() {
        try {
            find();
        } catch (RuntimeException impossible) {
            failed(impossible);
        }
    }

    private void find() {
        var address = shelf.pool().origin().address();
        if (address.isUnresolved()) {
            var resolvers = HttpResources.get().getOrCreateDefaultResolver();
            resolve(resolvers.getResolver(shelf.loop()), address);
        } else {
            attempt(List.of(address), 0);
        }
    }

    private <A extends SocketAddress> void resolve(AddressResolver<A> resolver, SocketAddress name) {
        Future<List<A>> resolution = resolver.resolveAll(name);
        Future<?> limit =
                shelf.loop().schedule(() -> failed(new ConnectTimeoutException()), leftMs(), TimeUnit.MILLISECONDS);
        resolution.addListener(done -> shelf.run(() -> {
            limit.cancel(false);
            resolved(resolution);
        }));
    }

    private <A extends SocketAddress> void resolved(Future<List<A>> resolution) {
        if (over) {
            return;
        }
        if (resolution.isSuccess()) {
            attempt(resolution.getNow(), 0);
        } else {
            failed(resolution.cause());
        }
    }

    /** Each address has its share of the time that is left. */
    private void attempt(List<? extends SocketAddress> addresses, int index) {
        long shareMs = Math.max(1, leftMs() / (addresses.size() - index));
        ChannelFuture connecting = shelf.bootstrap()
                .clone()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(shareMs))
                .connect(addresses.get(index));
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected(connecting.channel());
            } else if (index + 1 < addresses.size()) {
                attempt(addresses, index + 1);
            } else {
                failed(done.cause());
            }
        });
    }

    private void connected(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            up(channel);
            return;
        }
        tls.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                up(channel);
            } else {
                channel.close();
                failed(done.cause());
            }
        });
    }

    private void up(Channel channel) {
        Wire wire = channel.pipeline().get(Wire.class);
        if (wire != null && channel.isActive()) {
            shelf.opened(wire, call);
        } else {
            failed(new ClosedChannelException());
        }
    }

    private void failed(Throwable failure) {
        if (!over) {
            over = true;
            shelf.notOpened(call, failure);
        }
    }

    private long leftMs() {
        return TimeUnit.NANOSECONDS.toMillis(endsAt - System.nanoTime());
    }
}
