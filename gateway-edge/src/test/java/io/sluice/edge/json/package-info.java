@NullMarked
package io.sluice.edge.json;

import org.jspecify.annotations.NullMarked;
