package io.sluice.compare.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast the machine is at this moment, by something that none of the contestants is: it drifts. */
public final class OpensslSpeed {
    private static final Pattern RESULT =
            Pattern.compile("rsa\\s*2048 bits.*?([0-9.]+)\\s+([0-9.]+)\\s*$", Pattern.MULTILINE);

    private OpensslSpeed() {}

    /** RSA-2048 verifications a second on one core, measured for a second; 0 where there is no openssl. */
    public static double verificationsPerSecond() throws InterruptedException {
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
