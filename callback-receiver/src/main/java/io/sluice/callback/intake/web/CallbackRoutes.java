package io.sluice.callback.intake.web;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.netty.channel.ChannelException;
import io.sluice.callback.intake.CallbackIntake;
import io.sluice.callback.intake.Reception;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.http.WholeBody;
import io.sluice.core.id.ChannelAccountId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** {@code POST /callbacks/<account>}: the raw bytes go in, the channel's own kind of answer comes out. */
@Configuration(proxyBeanMethods = false)
class CallbackRoutes {

    static final int MAX_BYTES = 64 * 1024;
    private static final String PATH = "/callbacks/{account}";
    private static final List<HttpMethod> TAKEN = List.of(HttpMethod.POST);

    @Bean
    RouterFunction<ServerResponse> callbacks(CallbackIntake intake, Clock clock) {
        return route().POST(PATH, request -> receive(request, intake, clock))
                .route(path(PATH), request -> Mono.error(new MethodNotAllowedException(request.method(), TAKEN)))
                .build();
    }

    private static Mono<ServerResponse> receive(ServerRequest request, CallbackIntake intake, Clock clock) {
        return account(request.pathVariable("account"))
                .map(account -> body(request)
                        .map(bytes -> new RawCallback(headers(request), bytes, clock.instant()))
                        .flatMap(raw -> intake.receive(account, raw)))
                .orElseGet(() -> Mono.just(new Reception.NobodyHere()))
                .flatMap(reception -> switch (reception) {
                    case Reception.Answered(CallbackAnswer answer) -> respond(answer);
                    case Reception.NobodyHere nobody ->
                        Mono.error(
                                new ProblemException(
                                        HttpStatus.NOT_FOUND,
                                        "account_not_found",
                                        "No channel account that is called back has this id; the path is /callbacks/<cha_ id>."));
                });
    }

    private static Optional<ChannelAccountId> account(String text) {
        try {
            return Optional.of(ChannelAccountId.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Mono<byte[]> body(ServerRequest request) {
        return WholeBody.read(request.exchange().getRequest().getBody(), MAX_BYTES)
                .onErrorMap(ChannelException.class, late -> ProblemException.tooLate());
    }

    private static Map<String, List<String>> headers(ServerRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.headers().asHttpHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    private static Mono<ServerResponse> respond(CallbackAnswer answer) {
        var response = ServerResponse.status(answer.status());
        return answer.body().isEmpty()
                ? response.build()
                : response.header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                        .bodyValue(answer.body());
    }
}
