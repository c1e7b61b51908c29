package io.sluice.sandbox.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The machine below: which binaries fit it and which tools it has. */
record Platform(String system, boolean arm64) {
    static final Platform HERE = new Platform(system(property("os.name")), isArm64(property("os.arch")));

    boolean isLinux() {
        return system.equals("linux");
    }

    boolean isMac() {
        return system.equals("darwin");
    }

    /** The full path of a tool on the search path. */
    static Optional<Path> tool(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Pattern.compile(":")
                .splitAsStream(path)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String system(String osName) {
        var name = osName.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : name;
    }

    private static boolean isArm64(String osArch) {
        return osArch.equals("aarch64") || osArch.equals("arm64");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    @Override
    public String toString() {
        return system + (arm64 ? " on arm64" : " on x86-64");
    }
}
