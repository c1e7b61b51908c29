@NullMarked
package io.sluice.edge.overload;

import org.jspecify.annotations.NullMarked;
