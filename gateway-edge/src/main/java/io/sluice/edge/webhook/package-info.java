/** Where merchants say where they want to be told. */
@NullMarked
package io.sluice.edge.webhook;

import org.jspecify.annotations.NullMarked;
