@NullMarked
package io.sluice.edge.observe;

import org.jspecify.annotations.NullMarked;
