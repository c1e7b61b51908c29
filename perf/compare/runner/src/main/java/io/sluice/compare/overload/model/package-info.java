/** What was looked at under overload, what was wanted and what was seen. */
@NullMarked
package io.sluice.compare.overload.model;

import org.jspecify.annotations.NullMarked;
