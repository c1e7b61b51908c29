package io.sluice.edge.signature.model;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param method as sent
 * @param scheme {@code https} or {@code http}, as the client used it
 * @param host the Host field (or {@code :authority}) as sent
 * @param rawPath the path as sent, nothing decoded or normalized
 * @param rawQuery the query as sent, without the question mark; null when there was no question mark
 * @param fields the header fields
 * @param body the raw body, empty when there is none; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each body would cost more than it protects.
public record RequestToVerify(
        String method,
        String scheme,
        String host,
        String rawPath,
        @Nullable String rawQuery,
        FieldValues fields,
        byte[] body) {}
