package io.sluice.core.audit.r2dbc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a change.
 *
 * @param detail plain values, lists and maps; the caller leaves secrets out
 */
public record AuditLine(String action, Object subject, Map<String, ? extends @Nullable Object> detail) {}
