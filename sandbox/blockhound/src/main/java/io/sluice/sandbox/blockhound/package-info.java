/** BlockHound for the tests of all rooms: on by being on the class path. */
@NullMarked
package io.sluice.sandbox.blockhound;

import org.jspecify.annotations.NullMarked;
