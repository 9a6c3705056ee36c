package org.mera.batch;

/** An output that is not what was published. */
public final class DamagedOutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;
    private final String path;

    DamagedOutputException(int year, String path) {
        super("The file " + path + " is missing or is not what was published; mera rerun --year " + year
                + " restores it");
        this.year = year;
        this.path = path;
    }

    public int year() {
        return year;
    }

    /** {@return the file, relative to the set} */
    public String path() {
        return path;
    }
}
