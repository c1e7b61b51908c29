package io.sluice.edge.signature.model;

import static java.util.Objects.requireNonNullElse;

import io.sluice.edge.signature.model.field.BareItem;
import java.util.Locale;

/** The components that are no fields (RFC 9421, section 2.2), as far as requests have them. */
final class DerivedComponents {

    private DerivedComponents() {}

    static String value(Component component, RequestToVerify request) {
        if ("@query-param".equals(component.name())) {
            return QueryParameter.value(parameterName(component), requireNonNullElse(request.rawQuery(), ""));
        }
        if (!component.parameters().names().isEmpty()) {
            throw unsupported(component, "parameters such as ;req belong to responses and are not taken here");
        }
        return switch (component.name()) {
            case "@method" -> request.method();
            case "@scheme" -> scheme(request);
            case "@authority" -> authority(request);
            case "@target-uri" -> scheme(request) + "://" + authority(request) + requestTarget(request);
            case "@request-target" -> requestTarget(request);
            case "@path" -> path(request);
            case "@query" -> '?' + requireNonNullElse(request.rawQuery(), "");
            case "@status" -> throw unsupported(component, "it belongs to responses");
            default ->
                throw unsupported(
                        component,
                        "known are @method, @scheme, @authority, @target-uri, @request-target, @path, @query and @query-param");
        };
    }

    private static String scheme(RequestToVerify request) {
        return request.scheme().toLowerCase(Locale.ROOT);
    }

    private static String authority(RequestToVerify request) {
        String host = request.host().toLowerCase(Locale.ROOT);
        String defaultPort = "https".equals(scheme(request)) ? ":443" : ":80";
        return host.endsWith(defaultPort) ? host.substring(0, host.length() - defaultPort.length()) : host;
    }

    private static String requestTarget(RequestToVerify request) {
        return request.rawQuery() == null ? path(request) : path(request) + '?' + request.rawQuery();
    }

    private static String path(RequestToVerify request) {
        return request.rawPath().isEmpty() ? "/" : request.rawPath();
    }

    private static String parameterName(Component component) {
        if (component.parameters().names().size() == 1
                && component.parameters().values().get("name") instanceof BareItem.Text(String name)) {
            return name;
        }
        throw unsupported(component, "@query-param takes exactly one parameter, ;name=\"…\"");
    }

    private static RefusedException unsupported(Component component, String why) {
        return new RefusedException(
                RefusalCode.SIGNATURE_COMPONENT_UNSUPPORTED,
                "The component " + component.identifier() + " cannot be covered: " + why + '.');
    }
}
