package org.mera.seal;

/** Which names a file of a set of outputs may have. */
final class OutputNames {

    private OutputNames() {}

    /** {@return whether a relative name with {@code /} stays inside the set} No {@code ..}, no hidden or empty part, no control character. */
    static boolean areInside(String name) {
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':')) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.startsWith(".")) {
                return false;
            }
        }
        return !name.equals(OutputSet.MANIFEST);
    }

    static void require(String name) {
        if (!areInside(name)) {
            throw new IllegalArgumentException("«" + name + "» is no name of an output inside the set");
        }
    }
}
