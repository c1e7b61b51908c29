package io.sluice.compare.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast the machine is at this moment, by something that none of the contestants is: it drifts. */
public final class OpensslSpeed {
    private static final Pattern RESULT =
            Pattern.compile("rsa\\s*2048 bits.*?([0-9.]+)\\s+([0-9.]+)\\s*$", Pattern.MULTILINE);

    /** The host drifts within minutes, and a look takes two seconds. */
    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static @Nullable Look last;

    /** What was seen when. */
    private record Look(double verifies, long atNanos) {}

    private OpensslSpeed() {}

    /** RSA-2048 verifications a second on one core, seen within the last half minute; 0 where there is no openssl. */
    public static synchronized double recentVerificationsPerSecond() throws InterruptedException {
        Look seen = last;
        if (seen == null || System.nanoTime() - seen.atNanos() > GOOD_FOR_NANOS) {
            seen = new Look(verificationsPerSecond(), System.nanoTime());
            last = seen;
        }
        return seen.verifies();
    }

    private static double verificationsPerSecond() throws InterruptedException {
        try {
            var process = new ProcessBuilder("openssl", "speed", "-seconds", "1", "rsa2048")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor();
            Matcher found = RESULT.matcher(output);
            return found.find() ? Double.parseDouble(found.group(2)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
