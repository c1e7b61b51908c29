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
        return chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("sluice.home", "."), ".sandbox")
                : Path.of(chosen);
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
        if (base != null) {
            Place place = new Place(root(), base);
            if (StateFile.ofLiving(place).isEmpty()) {
                throw new SandboxException(
                        "no sandbox runs on port base " + base + ": ./sluice up --port-base " + base);
            }
            return place;
        }
        List<Place> living = all().stream()
                .filter(place -> StateFile.ofLiving(place).isPresent())
                .toList();
        return only(living)
                .orElseThrow(() -> new SandboxException("no sandbox runs from this folder: ./sluice up starts one"));
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
