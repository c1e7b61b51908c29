@NullMarked
package io.sluice.edge.overload.model;

import org.jspecify.annotations.NullMarked;
