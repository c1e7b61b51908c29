package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Whether payments that somebody was told of are there. */
public final class ExpectedPayments {
    private static final String IDS = "select 'pay_' || replace(payment_id::text, '-', '') from sluice.payment";

    private ExpectedPayments() {}

    /** @param file their ids, one a line */
    public static Finding look(Place place, Path file) {
        try (var database = SandboxDatabase.open(place)) {
            Set<String> there = new HashSet<>(database.query(IDS, row -> row.getString(1)));
            var expected = Files.readAllLines(file);
            return new Finding(
                    "every payment that was acknowledged is there (" + expected.size() + ")",
                    expected.stream()
                            .filter(id -> !there.contains(id))
                            .map(id -> id + " was acknowledged and is not there")
                            .toList());
        } catch (IOException e) {
            throw new SandboxException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
