/** HTTP/1.1 straight on Netty, one call a connection at a time: connections to one origin, and what travels on them. */
@NullMarked
package io.sluice.channels.http.net;

import org.jspecify.annotations.NullMarked;
