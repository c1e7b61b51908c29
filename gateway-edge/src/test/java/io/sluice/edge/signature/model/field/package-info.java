@NullMarked
package io.sluice.edge.signature.model.field;

import org.jspecify.annotations.NullMarked;
