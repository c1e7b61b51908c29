/** An endpoint, its secrets, and the signature they make. */
@NullMarked
package io.sluice.notifier.endpoint.model;

import org.jspecify.annotations.NullMarked;
