package io.sluice.channels.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.Sent.Lost;
import io.sluice.channels.http.Sent.NotWritten;
import io.sluice.channels.http.net.Call;
import io.sluice.channels.http.net.Patience;
import io.sluice.channels.http.net.Pool;
import java.util.Objects;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/** One subscriber's call, which begins when he asks for what comes of it. */
final class Sending extends Call implements Subscription {

    private final CoreSubscriber<? super Sent> subscriber;
    private final Patience patience;

    Sending(CoreSubscriber<? super Sent> subscriber, Pool pool, FullHttpRequest request, Patience patience) {
        super(pool, request, patience);
        this.subscriber = subscriber;
        this.patience = patience;
    }

    @Override
    public void request(long count) {
        if (Operators.validate(count)) {
            start();
        }
    }

    @Override
    public void cancel() {
        end();
    }

    @Override
    protected void onAnswered(HttpResponse head, byte[] body) {
        HttpHeaders headers = head.headers();
        tell(new Answered(head.status().code(), name -> Objects.requireNonNullElse(headers.get(name), ""), body));
    }

    @Override
    protected void onNotWritten(String why) {
        tell(new NotWritten("connection_failed", "no connection to the channel: " + why));
    }

    @Override
    protected void onLost(String why) {
        tell(new Lost("answer_lost", "the connection failed after the request: " + why));
    }

    @Override
    protected void onLate() {
        tell(new Lost("answer_timeout", "no answer within " + patience.answer().toMillis() + " ms"));
    }

    private void tell(Sent sent) {
        subscriber.onNext(sent);
        subscriber.onComplete();
    }
}
