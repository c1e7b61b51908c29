@NullMarked
package io.sluice.notifier.endpoint.model;

import org.jspecify.annotations.NullMarked;
