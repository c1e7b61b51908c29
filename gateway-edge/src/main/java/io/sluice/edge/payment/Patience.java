package io.sluice.edge.payment;

import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a merchant waits for the channel's word: {@code Prefer: wait=<seconds>}, RFC 7240. */
public final class Patience {

    private static final Duration DEFAULT = Duration.ofSeconds(10);
    private static final int MOST_SECONDS = 30;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?=$|[,;])");

    private Patience() {}

    /** Bounded to thirty seconds; other preferences are not ours to judge. */
    public static Duration of(List<String> preferences) {
        String joined = String.join(",", preferences);
        Matcher wait = WAIT.matcher(joined);
        if (wait.find()) {
            return Duration.ofSeconds(Math.min(MOST_SECONDS, Integer.parseInt(wait.group(1))));
        }
        if (joined.contains("wait")) {
            throw new ProblemException(
                    Problem.of(400, "prefer_invalid", "Write Prefer: wait=<seconds>, from 0 to " + MOST_SECONDS + ".")
                            .about("Prefer"));
        }
        return DEFAULT;
    }
}
