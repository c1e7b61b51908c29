@NullMarked
package io.sluice.edge.balance;

import org.jspecify.annotations.NullMarked;
