@NullMarked
package io.sluice.edge.signature.key;

import org.jspecify.annotations.NullMarked;
