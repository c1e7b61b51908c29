@NullMarked
package io.sluice.edge.modification;

import org.jspecify.annotations.NullMarked;
