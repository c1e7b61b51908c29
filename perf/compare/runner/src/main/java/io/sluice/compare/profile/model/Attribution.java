package io.sluice.compare.profile.model;

import java.util.List;
import java.util.Optional;

/**
 * Says what a stack was doing: the innermost call that a rule knows decides. A call that no rule knows (the JDK's
 * collections, Netty's pipeline) was made on behalf of the one outside of it; so a map that Reactor reads is Reactor's, and
 * bytes that Netty copies are the driver's that wrote them.
 */
public final class Attribution {
    /** The first that fits a call is taken, so that a class comes before the package that it is in. */
    private static final List<Rule> RULES = List.of(
            new Rule(Purpose.SYSTEM_CALLS, "io.netty.channel.epoll.Native"),
            new Rule(Purpose.SYSTEM_CALLS, "io.netty.channel.epoll.LinuxSocket"),
            new Rule(Purpose.SYSTEM_CALLS, "io.netty.channel.unix.FileDescriptor"),
            new Rule(Purpose.SYSTEM_CALLS, "io.netty.channel.unix.Socket"),
            new Rule(Purpose.SYSTEM_CALLS, "sun.nio.ch."),
            new Rule(Purpose.SYSTEM_CALLS, "java.io.FileOutputStream"),
            new Rule(Purpose.SYSTEM_CALLS, "java.io.FileInputStream"),
            new Rule(Purpose.SYSTEM_CALLS, "jdk.internal.misc.Unsafe", "park"),
            new Rule(Purpose.SYSTEM_CALLS, "jdk.internal.misc.Unsafe", "unpark"),
            new Rule(Purpose.CRYPTO, "com.amazon.corretto."),
            new Rule(Purpose.CRYPTO, "org.bouncycastle."),
            new Rule(Purpose.CRYPTO, "com.google.crypto."),
            new Rule(Purpose.CRYPTO, "com.sun.crypto."),
            new Rule(Purpose.CRYPTO, "sun.security."),
            new Rule(Purpose.CRYPTO, "java.security."),
            new Rule(Purpose.CRYPTO, "javax.crypto."),
            new Rule(Purpose.JSON, "tools.jackson."),
            new Rule(Purpose.JSON, "com.fasterxml.jackson."),
            new Rule(Purpose.JSON, "io.sluice.edge.json."),
            new Rule(Purpose.JSON, "io.sluice.core.json."),
            new Rule(Purpose.DATABASE, "io.r2dbc."),
            new Rule(Purpose.DATABASE, "org.springframework.r2dbc."),
            new Rule(Purpose.KAFKA, "org.apache.kafka."),
            new Rule(Purpose.REDIS, "io.lettuce."),
            new Rule(Purpose.OBSERVATION, "io.micrometer."),
            new Rule(Purpose.OBSERVATION, "io.opentelemetry."),
            new Rule(Purpose.OBSERVATION, "io.prometheus."),
            new Rule(Purpose.OBSERVATION, "org.HdrHistogram."),
            new Rule(Purpose.OBSERVATION, "org.springframework.boot.micrometer."),
            new Rule(Purpose.OBSERVATION, "org.springframework.http.server.reactive.observation."),
            new Rule(Purpose.OBSERVATION, "reactor.core.observability."),
            new Rule(Purpose.LOGGING, "ch.qos.logback."),
            new Rule(Purpose.LOGGING, "org.slf4j."),
            new Rule(Purpose.LOGGING, "org.apache.logging."),
            new Rule(Purpose.LOGGING, "org.springframework.boot.json."),
            new Rule(Purpose.LOGGING, "org.springframework.boot.logging."),
            new Rule(Purpose.BREAKERS, "io.github.resilience4j."),
            new Rule(Purpose.SPRING, "org.springframework."),
            new Rule(Purpose.CHANNEL_CLIENT, "io.sluice.channels.http."),
            new Rule(Purpose.CHANNEL_CLIENT, "io.sluice.compare.stub."),
            new Rule(Purpose.CHANNEL_CLIENT, "reactor.netty.http.client."),
            new Rule(Purpose.CHANNEL_CLIENT, "reactor.netty.resources."),
            new Rule(Purpose.CHANNEL_CLIENT, "io.netty.handler.codec.http.HttpClientCodec"),
            new Rule(Purpose.HTTP_SERVER, "reactor.netty.http.server."),
            new Rule(Purpose.HTTP_SERVER, "io.netty.handler.codec.http.HttpServer"),
            new Rule(Purpose.OWN, "io.sluice."),
            new Rule(Purpose.REACTOR, "reactor.core."),
            new Rule(Purpose.REACTOR, "reactor.util."),
            new Rule(Purpose.REACTOR, "reactor.adapter."));

    /** For stacks that no rule knows any call of. */
    private static final List<Rule> OTHERWISE =
            List.of(new Rule(Purpose.EVENT_LOOPS, "io.netty."), new Rule(Purpose.EVENT_LOOPS, "reactor.netty."));

    private static final String ROOT = "io.sluice.";

    private Attribution() {}

    private record Rule(Purpose purpose, String prefix, String method) {
        Rule(Purpose purpose, String prefix) {
            this(purpose, prefix, "");
        }

        boolean fits(Frame frame) {
            return frame.isIn(prefix) && (method.isEmpty() || frame.method().equals(method));
        }
    }

    /** @param frames innermost first */
    public static Purpose of(List<Frame> frames) {
        return first(RULES, frames).or(() -> first(OTHERWISE, frames)).orElse(Purpose.REST);
    }

    /** The stack from the call that decided outwards; all of it when none did. */
    public static List<Frame> decided(List<Frame> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (first(RULES, frames.subList(i, i + 1)).isPresent()) {
                return frames.subList(i, frames.size());
            }
        }
        return frames;
    }

    /** The innermost of Sluice's own calls: on whose behalf all that is deeper happened. */
    public static Optional<Frame> ownCall(List<Frame> frames) {
        return frames.stream().filter(frame -> frame.isIn(ROOT)).findFirst();
    }

    /** A package of Sluice's without what all of them share, such as {@code core.payment.r2dbc}. */
    public static String room(Frame own) {
        int end = Math.max(own.type().lastIndexOf('.'), ROOT.length());
        return own.type().substring(ROOT.length(), end);
    }

    private static Optional<Purpose> first(List<Rule> rules, List<Frame> frames) {
        return frames.stream()
                .flatMap(
                        frame -> rules.stream().filter(rule -> rule.fits(frame)).limit(1))
                .map(Rule::purpose)
                .findFirst();
    }
}
