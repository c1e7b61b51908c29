/** What a webhook endpoint may be. Pure values. */
@NullMarked
package io.sluice.core.webhook.model;

import org.jspecify.annotations.NullMarked;
