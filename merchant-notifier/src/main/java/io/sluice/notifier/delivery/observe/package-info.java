/** What operators see of deliveries: logs and metrics. */
@NullMarked
package io.sluice.notifier.delivery.observe;

import org.jspecify.annotations.NullMarked;
