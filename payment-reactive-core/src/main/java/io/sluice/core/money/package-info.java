/** Exact money: minor units and an ISO 4217 currency. Pure values. */
@NullMarked
package io.sluice.core.money;

import org.jspecify.annotations.NullMarked;
