/** What a delivery is, and what follows from how an attempt ended. */
@NullMarked
package io.sluice.notifier.delivery.model;

import org.jspecify.annotations.NullMarked;
