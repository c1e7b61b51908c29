/** What processes cost, from /proc. */
@NullMarked
package io.sluice.compare.measure;

import org.jspecify.annotations.NullMarked;
