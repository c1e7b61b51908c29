/** What holds for every request, before any route is looked at: shape, problems, the canonical log line. */
@NullMarked
package io.sluice.edge.http;

import org.jspecify.annotations.NullMarked;
