package io.sluice.core.audit;

import java.time.Instant;

/**
 * One change, as it was recorded in the transaction that made it.
 *
 * @param id ascends with time
 * @param action such as {@code key.revoke}
 * @param subject the id of what was changed
 * @param detail a JSON object, never with a secret in it
 */
public record AuditEntry(long id, Instant at, String actor, String action, String subject, String detail) {}
