package io.sluice.channels.wechat;

import io.sluice.core.channel.RawCallback;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Where the simulator calls back: keeps what arrives, accepts all of it. */
final class CallbackInbox {

    private final Map<String, List<RawCallback>> letters = new ConcurrentHashMap<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asByteArray()
                    .flatMap(body -> {
                        Map<String, List<String>> headers = new TreeMap<>();
                        request.requestHeaders()
                                .names()
                                .forEach(name -> headers.put(
                                        name.toLowerCase(Locale.ROOT),
                                        request.requestHeaders().getAll(name)));
                        letters(request.fullPath()).add(new RawCallback(headers, body, Instant.now()));
                        return response.status(204).send().then();
                    }))
            .bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What arrived for one account, oldest first; {@code path} without the leading slash. */
    List<RawCallback> letters(String path) {
        return letters.computeIfAbsent(path.replaceFirst("^/", ""), first -> new CopyOnWriteArrayList<>());
    }
}
