package io.sluice.edge.authentication.redis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.Admission.AdmissionRequest;
import io.sluice.edge.authentication.AdmissionDecision;
import io.sluice.edge.authentication.AdmissionDecision.Admitted;
import io.sluice.edge.authentication.AdmissionDecision.Bucket;
import io.sluice.edge.authentication.AdmissionDecision.Limited;
import io.sluice.edge.authentication.AdmissionDecision.Replayed;
import io.sluice.edge.authentication.Admissions;
import io.sluice.edge.fixture.Eventually;
import io.sluice.sandbox.servers.EmbeddedRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The script that decides, on a real Redis that no other test talks to or is robbed of. */
class RedisAdmissionIT {

    private static final RateLimit WIDE = new RateLimit(1000, 1_000_000);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** What is decided is of interest here, not how soon. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static EmbeddedRedis server;
    private static ClientResources resources;
    private static RedisLink link;
    private static RedisClient client;
    private static RedisAdmission admission;

    private final String merchant = "mer_" + UUID.randomUUID();

    @BeforeAll
    static void connect() {
        server = EmbeddedRedis.start(folder, 0, EmbeddedRedis.Durability.IN_MEMORY);
        resources = new RedisConfiguration().redisResources();
        link = RedisConfiguration.link(resources, server.host(), server.port(), ANSWER_WITHIN);
        admission = new RedisAdmission(link);
        client = RedisClient.create(RedisURI.create(server.host(), server.port()));
        awaitAnswers();
    }

    @AfterAll
    static void disconnect() {
        link.close();
        resources.shutdown(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        client.shutdown();
        server.stop();
    }

    @Test
    void admitsExactlyTheBurst() {
        RateLimit limit = new RateLimit(1, 20);
        List<AdmissionDecision> decisions = requireNonNull(Flux.range(0, 30)
                .flatMap(i -> admission.admit(Admissions.request(merchant, limit, null)), 30)
                .collectList()
                .block());
        assertThat(decisions.stream().filter(Admitted.class::isInstance)).hasSize(20);
        assertThat(decisions.getFirst()).isEqualTo(new Admitted(Bucket.MERCHANT, 19, Duration.ofSeconds(1)));
        assertThat(((Limited) decisions.getLast()).retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    /** Each is answered, with a decision or an error: the driver's lock between its writers leaves none of them behind. */
    @Test
    void threadsThatMayNotWaitShareTheConnection() {
        Scheduler loops = Schedulers.newParallel("loop", 4);
        Mono<Long> answered = Flux.range(0, 20_000)
                .parallel(4)
                .runOn(loops)
                .flatMap(_ -> admission
                        .admit(Admissions.request(merchant, WIDE, null))
                        .thenReturn(true)
                        .onErrorReturn(RedisException.class, false))
                .sequential()
                .count();
        assertThat(answered.doFinally(_ -> loops.dispose()).block(Duration.ofSeconds(60)))
                .isEqualTo(20_000);
        awaitAnswers();
    }

    @Test
    void refillsAndForgetsFullBuckets() {
        RateLimit limit = new RateLimit(50, 1);
        assertThat(ask(limit, null)).isInstanceOf(Admitted.class);
        assertThat(ask(limit, null)).isInstanceOf(Limited.class);
        Eventually.eventually("refilled", SOON, () -> ask(limit, null) instanceof Admitted);
        Eventually.eventually("forgotten", SOON, () -> redis().exists(key("rate")) == 0);
    }

    @Test
    void aKeyHasALimitOfItsOwnWithinTheMerchants() {
        RateLimit wide = new RateLimit(1, 5);
        RateLimit narrow = new RateLimit(1, 2);
        assertThat(ask(wide, narrow)).isEqualTo(new Admitted(Bucket.KEY, 1, Duration.ofSeconds(1)));
        assertThat(ask(wide, narrow)).isInstanceOf(Admitted.class);
        assertThat(ask(wide, narrow))
                .isInstanceOfSatisfying(
                        Limited.class, limited -> assertThat(limited.bucket()).isEqualTo(Bucket.KEY));
        assertThat(((Admitted) ask(wide, null)).remaining()).isEqualTo(2);
    }

    @Test
    void aReplayIsRefusedAndCostsNothing() {
        RateLimit limit = new RateLimit(1, 3);
        AdmissionRequest once = Admissions.request(merchant, "nonce-of-sixteen", limit, null);
        assertThat(admission.admit(once).block()).isInstanceOf(Admitted.class);
        assertThat(admission.admit(once).block()).isEqualTo(new Replayed());
        assertThat(admission.admit(once).block()).isEqualTo(new Replayed());
        assertThat(((Admitted) ask(limit, null)).remaining()).isEqualTo(1);
        assertThat(redis().pttl(key("nonce:key-1:nonce-of-sixteen"))).isBetween(50_000L, 60_000L);
    }

    @Test
    void aLimitedRequestMayComeAgainWithTheSameNonce() {
        RateLimit limit = new RateLimit(20, 1);
        assertThat(ask(limit, null)).isInstanceOf(Admitted.class);
        AdmissionRequest early = Admissions.request(merchant, "nonce-too-early!", limit, null);
        assertThat(admission.admit(early).block()).isInstanceOf(Limited.class);
        assertThat(redis().exists(key("nonce:key-1:nonce-too-early!"))).isZero();
        Eventually.eventually("admitted", SOON, () -> admission.admit(early).block() instanceof Admitted);
    }

    @Test
    void everyRequestIsOneCommandOnOneConnection() {
        ask(WIDE, null);
        RedisCommands<String, String> redis = redis();
        redis.configResetstat();
        Flux.range(0, 200)
                // One that is answered late was sent all the same.
                .flatMap(
                        i -> admission
                                .admit(Admissions.request(merchant, WIDE, null))
                                .onErrorComplete(),
                        200)
                .blockLast();

        String stats = redis.info("commandstats");
        assertThat(stats).contains("cmdstat_evalsha:calls=200,").doesNotContain("cmdstat_eval:");
        assertThat(redis.clientList().lines().filter(line -> line.contains("cmd=evalsha")))
                .hasSize(1);
    }

    @Test
    void givesTheScriptAgainToARedisThatForgotIt() {
        ask(WIDE, null);
        redis().scriptFlush();
        assertThat(ask(WIDE, null)).isInstanceOf(Admitted.class);

        server.stop();
        assertThat(admission
                        .admit(Admissions.request(merchant, WIDE, null))
                        .map(decision -> "decided")
                        .onErrorResume(away -> Mono.just("away"))
                        .block(SOON))
                .isEqualTo("away");
        server.start();
        awaitAnswers();
    }

    /** A server that was just started is connected to when it is next asked. */
    private static void awaitAnswers() {
        Eventually.eventually(
                "Redis answers",
                SOON,
                () -> Boolean.TRUE.equals(admission
                        .admit(Admissions.request("mer_first", WIDE, null))
                        .hasElement()
                        .onErrorReturn(false)
                        .block()));
    }

    private AdmissionDecision ask(RateLimit limit, @Nullable RateLimit ofKey) {
        return requireNonNull(
                admission.admit(Admissions.request(merchant, limit, ofKey)).block());
    }

    private String key(String name) {
        return "sluice:{" + merchant + "}:" + name;
    }

    private static RedisCommands<String, String> redis() {
        return client.connect().sync();
    }
}
