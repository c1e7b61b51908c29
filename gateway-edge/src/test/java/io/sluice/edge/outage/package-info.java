@NullMarked
package io.sluice.edge.outage;

import org.jspecify.annotations.NullMarked;
