/** Admission and tickets in Redis, without ever being at its mercy. */
@NullMarked
package io.sluice.edge.authentication.redis;

import org.jspecify.annotations.NullMarked;
