package io.sluice.sandbox.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another JVM like this one. */
final class JavaCommand {
    /** Runs a class from inside a jar of jars. */
    private static final String NESTED_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private JavaCommand() {}

    /** Runs a main class with this JVM's class path. */
    static List<String> of(List<String> flags, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (isNested(main)) {
            command.addAll(List.of("-Dloader.main=" + main.getName(), NESTED_LAUNCHER));
        } else {
            command.add(main.getName());
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isNested(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("nested:");
    }
}
