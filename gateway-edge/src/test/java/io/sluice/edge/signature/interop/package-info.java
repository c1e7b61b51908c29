@NullMarked
package io.sluice.edge.signature.interop;

import org.jspecify.annotations.NullMarked;
