package io.sluice.edge.modification;

import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.model.PublicName;
import io.sluice.edge.http.ProblemException;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The capture, the void or the refund in a path. */
final class ModificationPath {

    private ModificationPath() {}

    static ModificationId id(ServerRequest request, PublicName name) {
        try {
            return ModificationId.parse(name.prefix(), request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(404, name.word() + "_not_found", String.valueOf(e.getMessage()) + ".");
        }
    }

    static ProblemException notFound(PublicName name, ModificationId id) {
        return ProblemException.of(
                404, name.word() + "_not_found", "You have no " + name.word() + " " + id.prefixed(name.prefix()) + ".");
    }
}
