package org.mera.batch;

import java.util.List;

/** A cycle that cannot be approved, and everything that stands against it. */
public final class NotApprovableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;
    private final transient List<String> obstacles;

    public NotApprovableException(int year, List<String> obstacles) {
        super("The cycle of " + year + " cannot be approved: " + String.join("; ", obstacles));
        this.year = year;
        this.obstacles = List.copyOf(obstacles);
    }

    public int year() {
        return year;
    }

    /** {@return everything that stands against it, a sentence each} */
    public List<String> obstacles() {
        return obstacles;
    }
}
