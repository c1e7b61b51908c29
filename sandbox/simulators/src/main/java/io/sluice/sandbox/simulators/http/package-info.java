/** HTTP as all simulators speak it: answers and how they go astray, injected faults, and the control API's door. */
@NullMarked
package io.sluice.sandbox.simulators.http;

import org.jspecify.annotations.NullMarked;
