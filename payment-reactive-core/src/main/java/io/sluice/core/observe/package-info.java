/** How every app is seen: logs, traces, metrics and health, told in one place. */
@NullMarked
package io.sluice.core.observe;

import org.jspecify.annotations.NullMarked;
