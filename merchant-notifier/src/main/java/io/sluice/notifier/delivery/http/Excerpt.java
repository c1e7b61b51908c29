package io.sluice.notifier.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The beginning of an answer's body. The status has decided already, so a body that is long, slow or torn is only cut. */
final class Excerpt {

    static final int MOST_BYTES = 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Excerpt() {}

    /** Stops reading as soon as there is enough, which closes the connection of an answer that is longer. */
    static Mono<String> of(Flux<byte[]> content) {
        return content.take(PATIENCE)
                .onErrorComplete()
                .scan(new byte[0], Excerpt::append)
                .takeUntil(soFar -> soFar.length >= MOST_BYTES)
                .last(new byte[0])
                .map(Excerpt::text);
    }

    private static byte[] append(byte[] soFar, byte[] next) {
        int more = Math.min(next.length, MOST_BYTES - soFar.length);
        byte[] longer = Arrays.copyOf(soFar, soFar.length + more);
        System.arraycopy(next, 0, longer, soFar.length, more);
        return longer;
    }

    /** Without control characters, NUL among them, which the database does not take and a terminal might. */
    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }
}
