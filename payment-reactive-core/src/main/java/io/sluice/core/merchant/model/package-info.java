/** Who may do what, for which fee. Pure values. */
@NullMarked
package io.sluice.core.merchant.model;

import org.jspecify.annotations.NullMarked;
