@NullMarked
package io.sluice.edge.signature.model;

import org.jspecify.annotations.NullMarked;
