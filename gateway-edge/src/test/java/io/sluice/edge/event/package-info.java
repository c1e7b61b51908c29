@NullMarked
package io.sluice.edge.event;

import org.jspecify.annotations.NullMarked;
