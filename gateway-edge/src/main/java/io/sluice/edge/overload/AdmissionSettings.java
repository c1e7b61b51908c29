package io.sluice.edge.overload;

import io.sluice.edge.overload.model.AdaptiveLimit.Bounds;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * @param patience what a request may take beyond the usual, waiting for a channel not counted, before fewer are let in
 * @param line what a request may wait to be let in; where it would be more, it is refused at once
 * @param crowdPatience the same before whoever has more than his share is kept out
 * @param deadline after it what has not been begun with is refused
 * @param mostOpen requests that are not answered, those included that wait for a channel
 */
@Component
record AdmissionSettings(
        @Value("${sluice.edge.admission.patience}") Duration patience,
        @Value("${sluice.edge.admission.line}") Duration line,
        @Value("${sluice.edge.admission.crowd-patience}") Duration crowdPatience,
        @Value("${sluice.edge.admission.deadline}") Duration deadline,
        @Value("${sluice.edge.admission.most-open}") int mostOpen) {

    private static final int LEAST = 32;

    /** Nobody who asks for little is kept out by a crowd, however small. */
    static final int LEAST_CROWD = 8;

    /** What a small machine does in a second, to begin with: so many are worked on at once as are done in the patience. */
    private static final double DONE_IN_A_SECOND = 5000;

    /** As many as may wait in a lane of the writers: more would be refused there, when more was spent on them. */
    private static final int MOST = 8192;

    Bounds bounds() {
        double start = DONE_IN_A_SECOND * patience.toMillis() / 1000;
        return new Bounds(LEAST, (int) Math.clamp(start, LEAST, MOST), MOST, patience);
    }
}
