package io.sluice.edge.authentication.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.Base16;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.Admission;
import io.sluice.edge.authentication.AdmissionDecision;
import io.sluice.edge.authentication.AdmissionDecision.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Asks Redis, in one round trip that Lettuce pipelines with its neighbours'. Fails when Redis does not answer. */
final class RedisAdmission implements Admission {

    private final RedisLink redis;
    private final String script = script();
    private final String digest;

    RedisAdmission(RedisLink redis) {
        this.redis = redis;
        this.digest = Base16.digest(script.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<AdmissionDecision> admit(AdmissionRequest request) {
        String[] keys = keys(request);
        String[] values = values(request);
        return redis.commands()
                .flatMap(commands -> decide(commands, keys, values))
                .map(RedisAdmission::decision);
    }

    /** By digest; a Redis that was restarted is given the script once more. */
    private Mono<List<Object>> decide(RedisReactiveCommands<String, String> commands, String[] keys, String[] values) {
        return commands.<List<Object>>evalsha(digest, ScriptOutputType.MULTI, keys, values)
                .onErrorResume(
                        RedisNoScriptException.class,
                        unknown -> commands.eval(script, ScriptOutputType.MULTI, keys, values))
                .next();
    }

    /** The braces keep a merchant's keys on one node of a cluster. */
    private static String[] keys(AdmissionRequest request) {
        String merchant = "sluice:{" + request.merchant() + "}:";
        List<String> keys = new ArrayList<>(3);
        keys.add(merchant + "nonce:" + request.keyId() + ":" + request.nonce());
        keys.add(merchant + "rate");
        if (request.keyLimit() != null) {
            keys.add(merchant + "rate:" + request.keyId());
        }
        return keys.toArray(String[]::new);
    }

    private static String[] values(AdmissionRequest request) {
        List<String> values = new ArrayList<>(5);
        values.add(Long.toString(request.nonceLifetime().toMillis()));
        add(values, request.merchantLimit());
        if (request.keyLimit() != null) {
            add(values, request.keyLimit());
        }
        return values.toArray(String[]::new);
    }

    private static void add(List<String> values, RateLimit limit) {
        values.add(Integer.toString(limit.permitsPerSecond()));
        values.add(Integer.toString(limit.burst()));
    }

    private static AdmissionDecision decision(List<Object> answer) {
        Bucket bucket = number(answer, 1) == 0 ? Bucket.MERCHANT : Bucket.KEY;
        Duration time = Duration.of(number(answer, 3), ChronoUnit.MICROS);
        return switch ((int) number(answer, 0)) {
            case 0 -> new AdmissionDecision.Admitted(bucket, number(answer, 2), time);
            case 1 -> new AdmissionDecision.Limited(bucket, time);
            default -> new AdmissionDecision.Replayed();
        };
    }

    private static long number(List<Object> answer, int index) {
        return (Long) answer.get(index);
    }

    private static String script() {
        try (InputStream resource = RedisAdmission.class.getResourceAsStream("admit.lua")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
