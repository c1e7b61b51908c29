/** The whole gateway, from a merchant's request to the merchant's webhook, and what happens when something is down. */
@NullMarked
package io.sluice.sandbox.e2e;

import org.jspecify.annotations.NullMarked;
