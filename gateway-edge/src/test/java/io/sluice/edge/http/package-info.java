@NullMarked
package io.sluice.edge.http;

import org.jspecify.annotations.NullMarked;
