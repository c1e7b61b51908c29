package io.sluice.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatlingOutputTest {
    private static final String PRINTED = """
            2026-11-21 22:28:55 GMT                                                     10s elapsed
            > Global                                            |     1,134 |     1,082 |        52
            > pay                                               |     1,134 |     1,082 |        52
            ---- Errors ----------------------------------------------------------------------------
            > status.find.in(201,202), found 503                         52   (100%)
            ---- Global Information -----------------------------|---Total---|-----OK----|----KO----
            > request count                                     |     1,200 |     1,148 |        52
            > min response time (ms)                            |       461 |     1,373 |       461
            > response time 99th percentile (ms)                |    17,038 |    17,249 |    11,726
            > OK: t < 800 ms                                                          0     (0%)
            > status.find.in(201,202), found 503                         52   (100%)
            Reports generated, please open the following file: file:///tmp/x/index.html
            Global: count of failed events is 0.0 : false (actual : 52.0)
            """;

    @Test
    void tellsHowFarItIsAndThenWhatIsWorthTelling() {
        List<String> progress = new ArrayList<>();
        var output = new GatlingOutput("steady", progress::add);

        PRINTED.lines().forEach(output::line);

        assertThat(progress).containsExactly("steady: 10 s, 1,134 answered, 52 of them not as they must be");
        assertThat(output.summary())
                .extracting(line -> line.replaceAll(" +", " "))
                .containsExactly(
                        "---- Global Information -----------------------------|---Total---|-----OK----|----KO----",
                        "> request count | 1,200 | 1,148 | 52",
                        "> response time 99th percentile (ms) | 17,038 | 17,249 | 11,726",
                        "> status.find.in(201,202), found 503 52 (100%)",
                        "Reports generated, please open the following file: file:///tmp/x/index.html",
                        "Global: count of failed events is 0.0 : false (actual : 52.0)");
    }
}
