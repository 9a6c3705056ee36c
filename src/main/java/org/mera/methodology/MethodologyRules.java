package org.mera.methodology;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a schema cannot: numbering, references, the scale's arithmetic. It looks at a tree that may break the schema, so that all faults
 * of a file are found in one go: what is missing or of a wrong type is passed over here.
 */
final class MethodologyRules {

    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(100);

    private final JsonNode methodology;
    private final Faults faults;
    private final Set<Integer> columns = new HashSet<>();
    private final Set<Integer> criteria = new HashSet<>();
    private final Set<String> earlier = new HashSet<>();

    private MethodologyRules(JsonNode methodology, Faults faults) {
        this.methodology = methodology;
        this.faults = faults;
    }

    static void check(JsonNode methodology, Faults faults) {
        MethodologyRules rules = new MethodologyRules(methodology, faults);
        rules.checkScale();
        rules.checkColumns();
        rules.checkNumbering();
        rules.checkReferences();
        rules.checkClasses();
    }

    private void checkScale() {
        JsonNode scale = methodology.path("scale");
        if (!isPositive(scale.path("step"))) {
            return;
        }
        BigDecimal step = scale.path("step").decimalValue();
        if (step.stripTrailingZeros().scale() > 1) {
            faults.add("scale.step", "is " + step + "; write a number with at most one decimal");
        }
        checkMultiple("thresholds.expert-gap", methodology.path("thresholds").path("expert-gap"), step);
        if (checkMultiple("scale.maximum", scale.path("maximum"), step)) {
            BigDecimal steps = scale.path("maximum").decimalValue().divideToIntegralValue(step);
            if (steps.compareTo(MOST_STEPS) > 0) {
                faults.add("scale.maximum", "is " + shown(steps) + " steps; write at most " + MOST_STEPS + " steps");
            }
            JsonNode meanings = scale.path("meanings");
            if (meanings.isArray() && BigDecimal.valueOf(meanings.size() - 1).compareTo(steps) != 0) {
                faults.add(
                        "scale.meanings",
                        "is a list of " + meanings.size() + "; the scale has " + shown(steps.add(BigDecimal.ONE))
                                + " scores, write as many texts");
            }
        }
    }

    private boolean checkMultiple(String place, JsonNode value, BigDecimal step) {
        if (!isPositive(value)) {
            return false;
        }
        boolean multiple = value.decimalValue().remainder(step).signum() == 0;
        if (!multiple) {
            faults.add(place, "is " + shown(value.decimalValue()) + "; write a multiple of the step " + shown(step));
        }
        return multiple;
    }

    private void checkColumns() {
        int previous = 0;
        for (int i = 0; i < methodology.path("columns").size(); i++) {
            JsonNode number = methodology.path("columns").path(i).path("number");
            if (number.isInt()) {
                if (number.intValue() <= previous) {
                    faults.add(
                            "columns[" + i + "].number",
                            "is " + number.intValue() + " after " + previous
                                    + "; number the columns in ascending order, none twice");
                }
                previous = number.intValue();
                columns.add(previous);
            }
        }
    }

    private void checkNumbering() {
        int section = 1;
        int criterion = 1;
        for (int s = 0; s < methodology.path("sections").size(); s++) {
            JsonNode node = methodology.path("sections").path(s);
            section = checkNumber("sections[" + s + "]", node, section, "sections");
            for (int c = 0; c < node.path("criteria").size(); c++) {
                JsonNode asked = node.path("criteria").path(c);
                criterion = checkNumber("sections[" + s + "].criteria[" + c + "]", asked, criterion, "criteria");
                criteria.add(criterion - 1);
            }
        }
    }

    /** {@return the number expected next} After a gap it counts on from what was found, so that one gap is one fault. */
    private int checkNumber(String place, JsonNode node, int expected, String what) {
        JsonNode number = node.path("number");
        if (!number.isInt()) {
            return expected + 1;
        }
        if (number.intValue() != expected) {
            faults.add(
                    place + ".number",
                    "is " + number.intValue() + "; number the " + what + " 1, 2, 3… without a gap: " + expected
                            + " is next here");
        }
        return number.intValue() + 1;
    }

    private void checkReferences() {
        for (int s = 0; s < methodology.path("sections").size(); s++) {
            JsonNode asked = methodology.path("sections").path(s).path("criteria");
            for (int c = 0; c < asked.size(); c++) {
                String place = "sections[" + s + "].criteria[" + c + "]";
                JsonNode criterion = asked.path(c);
                checkReference(place + ".depends-on", criterion.path("depends-on"), criteria, "criterion");
                checkReference(place + ".year-bound", criterion.path("year-bound"), columns, "column");
                checkNotItself(place + ".depends-on", criterion);
                checkEarlier(place + ".was", criterion.path("was"));
            }
        }
    }

    private void checkReference(String place, JsonNode numbers, Set<Integer> known, String what) {
        for (int i = 0; i < numbers.size(); i++) {
            JsonNode number = numbers.path(i);
            if (number.isInt() && !known.contains(number.intValue())) {
                faults.add(
                        place + "[" + i + "]",
                        "is " + number.intValue() + "; there is no such " + what
                                + ", write the number of one that is there");
            }
        }
    }

    private void checkNotItself(String place, JsonNode criterion) {
        JsonNode numbers = criterion.path("depends-on");
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.path(i).isInt() && numbers.path(i).equals(criterion.path("number"))) {
                faults.add(
                        place + "[" + i + "]",
                        "is " + numbers.path(i).intValue()
                                + ", the criterion itself; name another one or leave it out");
            }
        }
    }

    /** A criterion has one number in a version, and shares it with no other. */
    private void checkEarlier(String place, JsonNode was) {
        Set<String> versions = new HashSet<>();
        for (int i = 0; i < was.size(); i++) {
            JsonNode version = was.path(i).path("version");
            JsonNode number = was.path(i).path("number");
            if (version.isString()) {
                String named = version.asString();
                String shown = YamlTree.shown(named);
                if (version.equals(methodology.path("version"))) {
                    faults.add(
                            place + "[" + i + "].version",
                            "is «" + shown + "», the version of this file; name an earlier one");
                } else if (!versions.add(named)) {
                    faults.add(place + "[" + i + "].version", "is «" + shown + "» again; name each version once");
                } else if (number.isInt() && !earlier.add(named + " " + number.intValue())) {
                    faults.add(
                            place + "[" + i + "].number",
                            "is " + number.intValue() + " of «" + shown
                                    + "», which another criterion was too; leave it out at one of them");
                }
            }
        }
    }

    private void checkClasses() {
        Set<String> labels = new HashSet<>();
        BigDecimal previous = null;
        for (int i = 0; i < methodology.path("classes").size(); i++) {
            String place = "classes[" + i + "]";
            JsonNode label = methodology.path("classes").path(i).path("label");
            JsonNode from = methodology.path("classes").path(i).path("from");
            if (label.isString() && !labels.add(label.asString())) {
                faults.add(
                        place + ".label",
                        "is «" + YamlTree.shown(label.asString()) + "» again; give each class its own label");
            }
            if (from.isNumber()) {
                BigDecimal bound = from.decimalValue();
                if (previous != null && bound.compareTo(previous) >= 0) {
                    faults.add(
                            place + ".from",
                            "is " + shown(bound) + " after " + shown(previous)
                                    + "; write the classes from the highest to the lowest");
                }
                previous = bound;
            }
        }
    }

    private static boolean isPositive(JsonNode number) {
        return number.isNumber() && number.decimalValue().signum() > 0;
    }

    private static String shown(BigDecimal number) {
        return number.toPlainString();
    }
}
