@NullMarked
package io.sluice.core.routing.json;

import org.jspecify.annotations.NullMarked;
