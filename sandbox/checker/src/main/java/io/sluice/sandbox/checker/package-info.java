/**
 * A judge of its own: it reads what PostgreSQL, the channel's book, the webhook receiver and the client wrote down, and
 * knows nothing of the gateway's code.
 */
@NullMarked
package io.sluice.sandbox.checker;

import org.jspecify.annotations.NullMarked;
