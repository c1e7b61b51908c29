@NullMarked
package io.sluice.edge.authentication.redis;

import org.jspecify.annotations.NullMarked;
