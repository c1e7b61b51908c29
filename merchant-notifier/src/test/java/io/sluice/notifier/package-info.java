@NullMarked
package io.sluice.notifier;

import org.jspecify.annotations.NullMarked;
