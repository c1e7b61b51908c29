/** Which addresses a webhook may be sent to. */
@NullMarked
package io.sluice.notifier.address.model;

import org.jspecify.annotations.NullMarked;
