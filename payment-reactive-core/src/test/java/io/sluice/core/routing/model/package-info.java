@NullMarked
package io.sluice.core.routing.model;

import org.jspecify.annotations.NullMarked;
