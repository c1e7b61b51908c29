package io.sluice.edge.signature.interop;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client answered: the headers of the request it signed, or whether a signature was true. */
record Answer(
        @Nullable Map<String, String> headers, @Nullable Boolean verified) {}
