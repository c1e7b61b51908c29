package io.sluice.channels.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillException.Reason;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Fetches a file that may be of any length, as fast as it is read and no faster. */
public final class Download {

    private static final int OK = 200;

    private final HttpClient client;

    Download(HttpClient client) {
        this.client = client;
    }

    /**
     * @param request its target is a path and query, or an address of its own
     * @return the file's bytes, cut anywhere; fails with a {@link BillException}: the file is not to be had
     */
    public Flux<byte[]> of(Request request) {
        return client.headers(headers -> {
                    headers.set("User-Agent", "sluice");
                    request.headers().forEach(headers::set);
                    if (!request.contentType().isEmpty()) {
                        headers.set("Content-Type", request.contentType());
                    }
                })
                .request(HttpMethod.valueOf(request.method()))
                .uri(request.target())
                .send((head, outbound) -> request.body().length == 0
                        ? outbound
                        : outbound.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body()))))
                .response((head, body) -> head.status().code() == OK
                        ? body.asByteArray()
                        : Flux.error(unavailable(
                                "the channel answered " + head.status().code() + " instead of the file")))
                .onErrorMap(failure -> !(failure instanceof BillException), Download::failed);
    }

    /** The address is the channel's own word, and nothing in the request is a secret. */
    public Flux<byte[]> at(String url) {
        return of(Request.get(url, Map.of()));
    }

    private static BillException failed(Throwable failure) {
        return unavailable("the download failed: " + failure.getClass().getSimpleName());
    }

    private static BillException unavailable(String message) {
        return new BillException(Reason.UNAVAILABLE, message);
    }
}
