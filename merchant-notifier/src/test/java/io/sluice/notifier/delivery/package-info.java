@NullMarked
package io.sluice.notifier.delivery;

import org.jspecify.annotations.NullMarked;
