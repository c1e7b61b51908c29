@NullMarked
package io.sluice.edge.signature;

import org.jspecify.annotations.NullMarked;
