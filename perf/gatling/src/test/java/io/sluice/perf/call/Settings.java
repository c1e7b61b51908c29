package io.sluice.perf.call;

import java.nio.file.Path;
import java.time.Duration;

/** What a run is told, by system properties that begin with {@code load.}; README.md lists them. */
public final class Settings {
    private Settings() {}

    /** The address of the merchants' API. */
    public static String edge() {
        return required("edge");
    }

    /** The address of a channel's simulator, whose control API is below {@code /_sim}. */
    public static String simulator(String channel) {
        return required("simulator." + channel);
    }

    /** A file with a line for each merchant: a key id and the base64 of its hmac-sha256 secret. */
    public static Path keys() {
        return Path.of(required("keys"));
    }

    /** Where the expectations are written that Gatling has no words for. */
    public static Path findings() {
        return Path.of(required("findings"));
    }

    /** Payments a second. */
    public static int rate() {
        return Integer.parseInt(required("rate"));
    }

    /** How many there are at once of what is not counted by the second. */
    public static int users() {
        return Integer.parseInt(required("users"));
    }

    /** How long the load goes on. */
    public static Duration duration() {
        return Duration.ofSeconds(Long.parseLong(required("seconds")));
    }

    /** How many rates a ramp goes through, in as long each. */
    public static int steps() {
        return Integer.getInteger("load.steps", 16);
    }

    /** How long the load begins gently, before it counts; the gateway may have been warm before. */
    public static Duration warmUp() {
        String seconds = System.getProperty("load.warmup");
        return Duration.ofSeconds(seconds == null ? Math.min(20, duration().toSeconds()) : Long.parseLong(seconds));
    }

    /** Whether latencies are judged by somebody who looks on, and not by what the generator sees. */
    public static boolean isProbed() {
        return Boolean.getBoolean("load.probed");
    }

    /** How most payments are paid. */
    public static String method() {
        return System.getProperty("load.method", "wechat_native");
    }

    /** How those are paid that go to {@link #otherChannel()}. */
    public static String otherMethod() {
        return System.getProperty("load.method.other", "alipay_qr");
    }

    /** The channel beside, of which a scenario may want that it slows down; it has a simulator. */
    public static String otherChannel() {
        return System.getProperty("load.channel.other", "alipay");
    }

    private static String required(String name) {
        String value = System.getProperty("load." + name);
        if (value == null) {
            throw new IllegalStateException(
                    "-Dload." + name + " is missing: run ./sluice load, or see perf/gatling/README.md");
        }
        return value;
    }
}
