@NullMarked
package io.sluice.edge.payment;

import org.jspecify.annotations.NullMarked;
