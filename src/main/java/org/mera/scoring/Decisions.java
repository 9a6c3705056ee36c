package org.mera.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.methodology.Methodology;

/**
 * What the committee has decided of a rated year, up to an act. Of one cell, and of a company's class, the later decision stands; the history is
 * kept. Of a withdrawal only what stands is.
 */
public final class Decisions {

    private static final Comparator<Decision> BY_CELL = Comparator.comparing(Decision::company, CodePoints.ORDER)
            .thenComparingInt(Decision::criterion)
            .thenComparingInt(Decision::column);

    public static final Decisions NONE = of(List.of(), List.of(), Map.of());

    private final List<Decision> all;
    private final List<ClassDecision> allClasses;
    private final NavigableMap<String, Withdrawal> withdrawn = new TreeMap<>(CodePoints.ORDER);
    private final NavigableMap<String, List<Decision>> history = new TreeMap<>(CodePoints.ORDER);
    private final NavigableMap<String, List<Decision>> standing = new TreeMap<>(CodePoints.ORDER);
    private final NavigableMap<String, List<ClassDecision>> classHistory = new TreeMap<>(CodePoints.ORDER);
    private final NavigableMap<String, ClassDecision> classes = new TreeMap<>(CodePoints.ORDER);

    private Decisions(List<Decision> cells, List<ClassDecision> classes, Collection<Withdrawal> withdrawn) {
        all = cells.stream().sorted(BY_CELL).toList();
        allClasses = classes.stream()
                .sorted(Comparator.comparing(ClassDecision::company, CodePoints.ORDER))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Decision decision = all.get(i);
            add(history, decision.company(), decision);
            if (i + 1 == all.size() || !decision.isOfCellOf(all.get(i + 1))) {
                add(standing, decision.company(), decision);
            }
        }
        for (ClassDecision decision : allClasses) {
            add(classHistory, decision.company(), decision);
            this.classes.put(decision.company(), decision);
        }
        this.classes.values().removeIf(decision -> decision.scoreClass().isEmpty());
        withdrawn.forEach(withdrawal -> this.withdrawn.put(withdrawal.company(), withdrawal));
    }

    /**
     * {@return what these come to}
     *
     * @param cells     in the order of the acts
     * @param classes   in the order of the acts
     * @param withdrawn the standing withdrawals by company
     */
    public static Decisions of(List<Decision> cells, List<ClassDecision> classes, Map<String, Withdrawal> withdrawn) {
        return new Decisions(cells, classes, withdrawn.values());
    }

    /** {@return these with later ones} */
    public Decisions with(List<Decision> laterCells, List<ClassDecision> laterClasses) {
        List<Decision> cells = new ArrayList<>(all);
        cells.addAll(laterCells);
        List<ClassDecision> decidedClasses = new ArrayList<>(allClasses);
        decidedClasses.addAll(laterClasses);
        return of(cells, decidedClasses, withdrawn);
    }

    /** {@return these with a company withdrawn, or not withdrawn any more} */
    public Decisions with(Withdrawal withdrawal, boolean isWithdrawn) {
        Map<String, Withdrawal> changed = new TreeMap<>(withdrawn);
        if (isWithdrawn) {
            changed.put(withdrawal.company(), withdrawal);
        } else {
            changed.remove(withdrawal.company());
        }
        return of(all, allClasses, changed);
    }

    /** {@return every decision on a cell, superseded ones too} By company (code points), criterion, column, then in the order of the acts. */
    public List<Decision> all() {
        return all;
    }

    /** {@return every decision on a company's cells, superseded ones too} By criterion, column, then in the order of the acts. */
    public List<Decision> history(String company) {
        return Collections.unmodifiableList(history.getOrDefault(company, List.of()));
    }

    /** {@return the decisions on a company's cells that count} By criterion and column; of each cell the last. */
    public List<Decision> standing(String company) {
        return Collections.unmodifiableList(standing.getOrDefault(company, List.of()));
    }

    /**
     * {@return every decision on a company's cells, superseded ones too, with what each changed} By criterion, column, then in the order of the acts.
     *
     * @param expert the final expert's scores; null where no Table of the company counts
     */
    public List<DecidedCell> changes(Methodology methodology, String company, byte @Nullable [] expert) {
        List<Decision> decided = history(company);
        List<DecidedCell> changes = new ArrayList<>(decided.size());
        for (int i = 0; i < decided.size(); i++) {
            Decision decision = decided.get(i);
            int before = i > 0 && decision.isOfCellOf(decided.get(i - 1))
                    ? decided.get(i - 1).score()
                    : expert == null
                            ? DecidedCell.UNKNOWN
                            : expert[cell(methodology, decision.criterion(), decision.column())];
            boolean standing = i + 1 == decided.size() || !decision.isOfCellOf(decided.get(i + 1));
            changes.add(new DecidedCell(decision, before, standing));
        }
        return changes;
    }

    /** {@return every decision on a class, superseded ones and those that gave it back to the scale too} By company, then in the order of the acts. */
    public List<ClassDecision> allClasses() {
        return allClasses;
    }

    /** {@return every decision on a company's class, superseded ones and those that gave it back to the scale too} In the order of the acts. */
    public List<ClassDecision> classHistory(String company) {
        return Collections.unmodifiableList(classHistory.getOrDefault(company, List.of()));
    }

    /** {@return the classes that count} By company; none of a company whose class goes by the scale again. */
    public List<ClassDecision> classes() {
        return List.copyOf(classes.values());
    }

    /** {@return the class that was decided for a company} Empty where it goes by the scale. */
    public Optional<ClassDecision> scoreClass(String company) {
        @Nullable ClassDecision decision = classes.get(company);
        return Optional.ofNullable(decision);
    }

    /** {@return the withdrawn companies} By company. */
    public Map<String, Withdrawal> withdrawn() {
        return Collections.unmodifiableMap(withdrawn);
    }

    /** {@return whether a company takes no part in the ranking} */
    public boolean isWithdrawn(String company) {
        return withdrawn.containsKey(company);
    }

    /** {@return the companies of which a cell is decided} By company. */
    public Set<String> decided() {
        return Collections.unmodifiableSet(standing.keySet());
    }

    /** {@return whether nothing was decided, nor anybody withdrawn} */
    public boolean isEmpty() {
        return all.isEmpty() && allClasses.isEmpty() && withdrawn.isEmpty();
    }

    /**
     * {@return the scores of a company that count} The given array itself where nothing of it was decided.
     *
     * @param expert the final expert's scores, a byte a cell, criterion by criterion, column by column
     * @throws IllegalArgumentException when a decision is on a cell or score that the methodology does not have
     */
    public byte[] counting(Methodology methodology, String company, byte[] expert) {
        List<Decision> decided = standing(company);
        if (decided.isEmpty()) {
            return expert;
        }
        byte[] counting = expert.clone();
        for (Decision decision : decided) {
            requireScore(methodology, decision);
            counting[cell(methodology, decision.criterion(), decision.column())] = (byte) decision.score();
        }
        return counting;
    }

    /**
     * {@return where the score of a cell stands among a Table's}
     *
     * @param column the number of the Table's column
     * @throws IllegalArgumentException when the methodology does not have the cell
     */
    public static int cell(Methodology methodology, int criterion, int column) {
        int columns = methodology.columns().size();
        for (int i = 0; i < columns; i++) {
            if (methodology.columns().get(i).number() == column && criterion <= methodology.criterionCount()) {
                return (criterion - 1) * columns + i;
            }
        }
        throw new IllegalArgumentException("The methodology " + methodology.id() + " " + methodology.version()
                + " knows no criterion " + criterion + " in column " + column);
    }

    private static void requireScore(Methodology methodology, Decision decision) {
        if (decision.score() > methodology.scale().maximumUnits()) {
            throw new IllegalArgumentException("The score " + decision.score() + " that was decided for "
                    + decision.company() + " is not on the scale");
        }
    }

    private static <D> void add(Map<String, List<D>> byCompany, String company, D decision) {
        byCompany.computeIfAbsent(company, any -> new ArrayList<>()).add(decision);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decisions that
                && all.equals(that.all)
                && allClasses.equals(that.allClasses)
                && withdrawn.equals(that.withdrawn);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * all.hashCode() + allClasses.hashCode()) + withdrawn.hashCode();
    }

    @Override
    public String toString() {
        return "Decisions" + all + allClasses + withdrawn.values();
    }
}
