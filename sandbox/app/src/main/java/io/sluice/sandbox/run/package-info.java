/** The sandbox at work: servers, simulator, apps, the demo merchant and their order of start and end. */
@NullMarked
package io.sluice.sandbox.run;

import org.jspecify.annotations.NullMarked;
