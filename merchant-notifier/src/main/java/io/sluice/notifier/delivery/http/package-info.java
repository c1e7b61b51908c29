/** The attempt itself, over HTTP. */
@NullMarked
package io.sluice.notifier.delivery.http;

import org.jspecify.annotations.NullMarked;
