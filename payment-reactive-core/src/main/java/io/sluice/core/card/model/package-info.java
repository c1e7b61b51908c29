/** Who must bring a card. */
@NullMarked
package io.sluice.core.card.model;

import org.jspecify.annotations.NullMarked;
