@NullMarked
package io.sluice.edge.webhook;

import org.jspecify.annotations.NullMarked;
