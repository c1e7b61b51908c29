package io.sluice.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A callback as it came in.
 *
 * @param headers lower-cased names
 * @param body the raw bytes: signatures are over these
 * @param receivedAt against which the channel's time stamp is held
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record RawCallback(Map<String, List<String>> headers, byte[] body, Instant receivedAt) {

    /** The only value of a header, or the empty string when it is absent or repeated. */
    public String header(String lowerCaseName) {
        List<String> values = headers.getOrDefault(lowerCaseName, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
