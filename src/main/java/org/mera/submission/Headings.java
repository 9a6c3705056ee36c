package org.mera.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;

/** Tells a file's form by its header: a file is of the form of whose required columns it has the greatest share, and at least half. */
public final class Headings {

    private final List<FormColumns> forms;
    private final Identification identification;

    private Headings(List<FormColumns> forms, Identification identification) {
        this.forms = forms;
        this.identification = identification;
    }

    /** {@return the headings of every form, with the methodology's columns and way of identifying} */
    public static Headings of(Methodology methodology) {
        return new Headings(FormColumns.of(methodology), methodology.identification());
    }

    /** {@return the form's columns by their canonical names, in their usual order, optional ones included} */
    public List<String> fields(Form form) {
        return columns(form).fields().stream().map(FormField::name).toList();
    }

    /** {@return the columns that a file of the form must have, by their canonical names} */
    public List<String> required(Form form) {
        return columns(form).requiredFields().stream().map(FormField::name).toList();
    }

    /**
     * {@return the Russian heading of a form's column}
     *
     * @throws IllegalArgumentException when the form has no such column
     */
    public String russian(Form form, String field) {
        return find(columns(form), field)
                .orElseThrow(() -> new IllegalArgumentException("No column '" + field + "' in the form " + form))
                .russian();
    }

    /** {@return the Russian heading of a column, of the first form that has it} The name itself where no form has it. */
    public String russian(String field) {
        return forms.stream()
                .flatMap(form -> find(form, field).stream())
                .map(FormField::russian)
                .findFirst()
                .orElse(field);
    }

    /** {@return the form that a header is of, sound or not} Empty where it has half of the required columns of none. */
    public Optional<Form> form(List<String> headings) {
        return nearest(headings).map(FormColumns::form);
    }

    /**
     * {@return what the header of a file of the inbox says}
     *
     * @param line the header's record
     */
    public Header recognise(String file, int line, List<String> headings) {
        Optional<FormColumns> nearest = nearest(headings);
        if (nearest.isEmpty()) {
            return rejected(unknown(file, line, headings));
        }
        FormColumns columns = nearest.get();
        if (columns.form() == Form.DECISIONS || columns.form() == Form.VERIFICATION) {
            String variant = columns.form().name().toLowerCase(Locale.ROOT);
            return rejected(unknown(file, line, headings).withVariant(variant));
        }
        return read(file, line, headings, columns);
    }

    /**
     * {@return what the header of a file that was handed over to a command says} {@code unknown-header} where it lacks more than half of the form's
     * required columns.
     *
     * @param expected the committee's decisions, its verification, or earlier rankings
     * @param line     the header's record
     */
    public Header recognise(String file, int line, List<String> headings, Form expected) {
        FormColumns columns = FormColumns.handedOver(expected, identification, headings);
        int required = columns.requiredFields().size();
        if (2 * found(headings, columns) < required) {
            return rejected(unknown(file, line, headings)
                    .withVariant("expected")
                    .withDetails(
                            word(expected),
                            listed(columns.fields(), FormField::english),
                            listed(columns.fields(), FormField::russian)));
        }
        return read(file, line, headings, columns);
    }

    private static Header read(String file, int line, List<String> headings, FormColumns columns) {
        Optional<Problem> repeated = repeated(file, line, headings, columns);
        if (repeated.isPresent()) {
            return rejected(repeated.get());
        }
        List<FormField> missing = columns.missingFrom(present(headings, columns));
        return missing.isEmpty()
                ? sound(file, line, headings, columns)
                : rejected(missingColumns(file, line, columns.form(), missing));
    }

    private static Header rejected(Problem problem) {
        return new Header.Rejected(problem);
    }

    private static Header sound(String file, int line, List<String> headings, FormColumns columns) {
        List<String> names = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (String heading : headings) {
            Optional<FormField> field = columns.meaning(heading);
            names.add(field.map(FormField::name).orElse(""));
            if (field.isEmpty() && !heading.isEmpty()) {
                warnings.add(Problem.of(ProblemCode.EXTRA_COLUMN, file, line).withValue(heading));
            }
        }
        return new Header.Sound(new Layout(columns.form(), names), warnings);
    }

    /** A spreadsheet leaves empty columns behind: what is quoted ends with the last that has text. */
    private static Problem unknown(String file, int line, List<String> headings) {
        int count = headings.size();
        while (count > 0 && headings.get(count - 1).isEmpty()) {
            count--;
        }
        return Problem.of(ProblemCode.UNKNOWN_HEADER, file, line)
                .withValue(String.join("; ", headings.subList(0, count)));
    }

    /** A heading counts as repeated by what it means: {@code inn} and {@code ИНН} are the same column. */
    private static Optional<Problem> repeated(String file, int line, List<String> headings, FormColumns columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            if (heading.isEmpty()) {
                continue;
            }
            String meaning = columns.meaning(heading).map(FormField::english).orElseGet(() -> Words.plain(heading));
            @Nullable Integer first = places.putIfAbsent(meaning, i);
            if (first != null) {
                return Optional.of(Problem.of(ProblemCode.UNKNOWN_HEADER, file, line)
                        .withVariant("repeated")
                        .withValue(heading)
                        .withDetails(Integer.toString(first + 1), Integer.toString(i + 1)));
            }
        }
        return Optional.empty();
    }

    private static Problem missingColumns(String file, int line, Form form, List<FormField> missing) {
        return Problem.of(ProblemCode.MISSING_COLUMN, file, line)
                .withDetails(listed(missing, FormField::english), listed(missing, FormField::russian), word(form));
    }

    /** {@return the key of the wording that names a form} */
    private static String word(Form form) {
        return "@form." + form.name().toLowerCase(Locale.ROOT);
    }

    private static String listed(List<FormField> fields, Function<FormField, String> word) {
        return fields.stream().map(word).collect(Collectors.joining(", "));
    }

    private Optional<FormColumns> nearest(List<String> headings) {
        @Nullable FormColumns nearest = null;
        int best = 0;
        int outOf = 1;
        for (FormColumns columns : forms) {
            int required = columns.requiredFields().size();
            int found = found(headings, columns);
            if (2 * found >= required && found * outOf > best * required) {
                nearest = columns;
                best = found;
                outOf = required;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int found(List<String> headings, FormColumns columns) {
        return columns.requiredFields().size()
                - columns.missingFrom(present(headings, columns)).size();
    }

    private static Set<FormField> present(List<String> headings, FormColumns columns) {
        Set<FormField> present = new HashSet<>();
        for (String heading : headings) {
            columns.meaning(heading).ifPresent(present::add);
        }
        return present;
    }

    private FormColumns columns(Form form) {
        return forms.stream()
                .filter(columns -> columns.form() == form)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<FormField> find(FormColumns columns, String field) {
        return columns.fields().stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst();
    }
}
