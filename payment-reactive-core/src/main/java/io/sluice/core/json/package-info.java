/** JSON that the core wrote and reads again. */
@NullMarked
package io.sluice.core.json;

import org.jspecify.annotations.NullMarked;
