@NullMarked
package io.sluice.notifier.address.model;

import org.jspecify.annotations.NullMarked;
