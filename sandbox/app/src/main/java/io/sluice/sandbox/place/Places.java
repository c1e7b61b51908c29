package io.sluice.sandbox.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the sandbox that a command means. */
public final class Places {
    private static final String ROOT_VARIABLE = "SLUICE_SANDBOX_DIR";

    private Places() {}

    /** Where sandboxes live: {@code .sandbox} beside {@code ./sluice}, unless {@code SLUICE_SANDBOX_DIR} says otherwise. */
    public static Path root() {
        String chosen = System.getenv(ROOT_VARIABLE);
        return chosen == null || chosen.isBlank() ? home().resolve(".sandbox") : Path.of(chosen);
    }

    /** Where {@code ./sluice} is. */
    public static Path home() {
        return Path.of(System.getProperty("sluice.home", "."));
    }

    /** The place to start at. */
    public static Place toStart(@Nullable Integer base) {
        return new Place(root(), Objects.requireNonNullElse(base, Port.DEFAULT_BASE));
    }

    /**
     * The place of the sandbox that runs.
     *
     * @throws SandboxException when none runs, or several and none is named
     */
    public static Place running(@Nullable Integer base) {
        return living(base)
                .orElseThrow(() -> new SandboxException(
                        base == null
                                ? "no sandbox runs from this folder: ./sluice up starts one"
                                : "no sandbox runs on port base " + base + ": ./sluice up --port-base " + base));
    }

    /**
     * The place of the sandbox that runs, if one does.
     *
     * @throws SandboxException when several run and none is named
     */
    public static Optional<Place> living(@Nullable Integer base) {
        List<Place> candidates = base == null ? all() : List.of(new Place(root(), base));
        return only(candidates.stream()
                .filter(place -> StateFile.ofLiving(place).isPresent())
                .toList());
    }

    private static Optional<Place> only(List<Place> living) {
        if (living.size() > 1) {
            throw new SandboxException("several sandboxes run, on port bases "
                    + living.stream().map(Place::base).toList() + ": choose one with --port-base");
        }
        return living.stream().findFirst();
    }

    private static List<Place> all() {
        if (!Files.isDirectory(root())) {
            return List.of();
        }
        try (var folders = Files.list(root())) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("\\d{4,5}"))
                    .map(name -> new Place(root(), Integer.parseInt(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
