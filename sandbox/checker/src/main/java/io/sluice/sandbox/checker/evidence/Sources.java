package io.sluice.sandbox.checker.evidence;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence is.
 *
 * @param database its JDBC URL
 * @param books the channels' books, over HTTP or in files
 * @param webhooks the receiver's log, one JSON object a line
 * @param endpoint the receiver's address as it stands in the database
 * @param history the client's, one JSON object a line; null when nobody kept one
 */
public record Sources(
        String database,
        List<URI> books,
        Path webhooks,
        String endpoint,
        @Nullable Path history) {}
