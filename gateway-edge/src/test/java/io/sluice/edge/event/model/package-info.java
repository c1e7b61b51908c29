@NullMarked
package io.sluice.edge.event.model;

import org.jspecify.annotations.NullMarked;
