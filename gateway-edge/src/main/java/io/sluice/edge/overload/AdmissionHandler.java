package io.sluice.edge.overload;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.edge.overload.model.ClaimedKey;
import io.sluice.edge.overload.model.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gate as soon as a request's head is here, on its connection's event loop, between the codec and everything
 * else: who is refused costs the parsing of a head and the writing of an answer that is ready, and who waits costs what was
 * read of the request. While one waits nothing more is read from its connection.
 */
final class AdmissionHandler extends ChannelDuplexHandler {

    /** What is under here must be signed, and costs; the rest is told to anybody for next to nothing. */
    private static final String GUARDED = "/v1/";

    private final Gate gate;
    private final Refusing refusing;

    /** Requests that were handed on and are not answered yet, in order; more than one only where a client does not wait. */
    private final Queue<Passed> passed = new ArrayDeque<>(2);

    /** What was read of a request that waits, and behind it; null when none does. */
    private @Nullable Queue<Object> held;

    /** Whose head that was; not among those handed on yet. */
    private @Nullable Passed waiting;

    private @Nullable Passed arriving;
    private @Nullable String address;
    private boolean answering;

    /**
     * @param partsWithRefused whether who is refused loses the connection as well
     * @param drainWithin what a refused request may take to arrive
     */
    AdmissionHandler(Gate gate, BooleanSupplier partsWithRefused, Duration drainWithin) {
        this.gate = gate;
        this.refusing = new Refusing(partsWithRefused, drainWithin);
    }

    /** The slot of the request that is being served; only on the event loop, as it begins. */
    @Nullable Slot slot() {
        Passed first = passed.peek();
        return first == null ? null : first.slot;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent && arriving != null) {
            arriving.arrived();
            arriving = null;
        }
        if (held != null) {
            held.add(message);
        } else if (refusing.swallows(message)) {
            ReferenceCountUtil.release(message);
            refusing.swallowed(context, message);
        } else if (message instanceof HttpRequest request) {
            begins(context, request);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void begins(ChannelHandlerContext context, HttpRequest request) {
        boolean guarded =
                request.uri().startsWith(GUARDED) && request.decoderResult().isSuccess();
        if (!guarded) {
            passOn(context, request, new Passed(null));
            return;
        }
        String from = address(context);
        String claimed = ClaimedKey.in(request.headers().get("Signature-Input"));
        Share share = gate.share(from, claimed);
        Refusal refusal = gate.objection(share);
        if (refusal != null) {
            refusing.refuse(context, request, refusal, !passed.isEmpty());
            ReferenceCountUtil.release(request);
        } else if (gate.isBusy()) {
            held = new ArrayDeque<>(4);
            held.add(request);
            waiting = new Passed(gate.admitLater(share, from, claimed, () -> comesNext(context)));
            arriving = waiting;
        } else {
            passOn(context, request, new Passed(gate.admit(share, from, claimed)));
        }
    }

    private void passOn(ChannelHandlerContext context, HttpRequest request, Passed with) {
        arriving = with;
        passed.add(with);
        context.fireChannelRead(request);
    }

    /** Not before its loop has read what came in, for some of those may only have to be refused. */
    @SuppressWarnings("FutureReturnValueIgnored") // a loop that is not shutting down runs it
    private void comesNext(ChannelHandlerContext context) {
        context.executor().schedule(() -> itsTurn(context), 0, TimeUnit.NANOSECONDS);
    }

    private void itsTurn(ChannelHandlerContext context) {
        Queue<Object> rest = held;
        if (rest == null || waiting == null) {
            return;
        }
        held = null;
        passed.add(waiting);
        waiting = null;
        context.fireChannelRead(rest.remove());
        rest.forEach(message -> channelRead(context, message));
        channelReadComplete(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        refusing.readComplete(context);
        context.fireChannelReadComplete();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is the promise that was given
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            answering = response.status().code() >= 200;
            Passed first = passed.peek();
            if (answering && first != null) {
                first.over();
            }
        }
        context.write(message, promise);
        if (answering && message instanceof LastHttpContent) {
            answering = false;
            passed.poll();
            if (passed.isEmpty()) {
                refusing.nothingBefore(context);
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        passed.forEach(Passed::over);
        passed.clear();
        giveUpWaiting();
        refusing.end();
        context.fireChannelInactive();
    }

    private void giveUpWaiting() {
        if (waiting != null) {
            waiting.over();
            waiting = null;
        }
        if (held != null) {
            held.forEach(ReferenceCountUtil::release);
            held = null;
        }
    }

    private String address(ChannelHandlerContext context) {
        String known = address;
        if (known == null) {
            known = PeerAddress.of(context.channel().remoteAddress());
            address = known;
        }
        return known;
    }

    private record Passed(@Nullable Slot slot) {

        void arrived() {
            if (slot != null) {
                slot.arrived();
            }
        }

        void over() {
            if (slot != null) {
                slot.over();
            }
        }
    }
}
