@NullMarked
package io.sluice.notifier.delivery.model;

import org.jspecify.annotations.NullMarked;
