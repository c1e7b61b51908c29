@NullMarked
package io.sluice.edge.management;

import org.jspecify.annotations.NullMarked;
