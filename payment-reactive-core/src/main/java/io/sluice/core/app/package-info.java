/** What every app has alike: how it is started, its event loops, its ways to PostgreSQL and to the events' topic. */
@NullMarked
package io.sluice.core.app;

import org.jspecify.annotations.NullMarked;
