/** The merchant notifier: payment events in, signed webhooks out. */
@NullMarked
package io.sluice.notifier;

import org.jspecify.annotations.NullMarked;
