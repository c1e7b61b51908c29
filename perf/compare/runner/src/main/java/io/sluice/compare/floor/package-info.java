/** What the machine charges for the rows and the verifications alone. */
@NullMarked
package io.sluice.compare.floor;

import org.jspecify.annotations.NullMarked;
