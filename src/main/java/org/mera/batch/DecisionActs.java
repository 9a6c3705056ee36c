package org.mera.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.committee.ActKind;
import org.mera.committee.CompanyState;
import org.mera.committee.DecisionFile;
import org.mera.committee.DecisionLine;
import org.mera.committee.JdbcCompanyStates;
import org.mera.committee.LoggedDecision;
import org.mera.csv.CodePoints;
import org.mera.cycle.CycleException;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;
import org.mera.scoring.JdbcDecisions;
import org.mera.scoring.Withdrawal;
import org.mera.submission.Form;
import org.mera.submission.FormContent;
import org.mera.submission.FormLine;
import org.mera.submission.FormReader;
import org.springframework.stereotype.Component;

/** Takes decisions and withdrawals. A decision changes what counts and assesses nobody again. */
@Component
class DecisionActs implements DecisionDesk {

    private final CommitteeActs acts;
    private final JdbcDecisions decisions;
    private final JdbcCompanyStates companies;
    private final JdbcStandings standings;
    private final JdbcTransactions transactions;
    private final Clock clock;

    DecisionActs(
            CommitteeActs acts,
            JdbcDecisions decisions,
            JdbcCompanyStates companies,
            JdbcStandings standings,
            JdbcTransactions transactions,
            Clock clock) {
        this.acts = acts;
        this.decisions = decisions;
        this.companies = companies;
        this.standings = standings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public DecisionReport decide(Path file, String name, int year) {
        return acts.holding(year, cycle -> decide(cycle, file, name));
    }

    @Override
    public WithdrawalReport withdraw(List<String> companies, int year, String reason, boolean back) {
        return acts.holding(year, cycle -> withdraw(cycle, companies, reason, back));
    }

    @Override
    public DecisionReport check(Path file, String name, int year) {
        return acts.looking(year, cycle -> read(cycle, file, name).report());
    }

    private DecisionReport decide(CommitteeActs.OpenCycle cycle, Path file, String name) {
        Read read = read(cycle.lookedAt(), file, name);
        if (!read.lines().isEmpty()) {
            FormContent content = read.content();
            acts.store(
                    cycle,
                    new CommitteeActs.Act(
                            ActKind.DECIDE,
                            content.file(),
                            content.sha256(),
                            content.file() + ", SHA-256 " + content.sha256(),
                            LoggedDecision.before(read.logged()),
                            LoggedDecision.after(read.logged())),
                    act -> read.lines().forEach(line -> store(act, cycle.year(), line)));
        }
        return read.report();
    }

    /**
     * A file of decisions with what it would change.
     *
     * @param lines  to be taken; none where the file has an error
     * @param logged what the audit log says of them
     */
    private record Read(
            FormContent content, List<DecisionLine> lines, List<LoggedDecision> logged, DecisionReport report) {}

    private Read read(CommitteeActs.LookedAt cycle, Path file, String name) {
        Methodology methodology = cycle.methodology();
        FormContent content = FormReader.read(file, name, Form.DECISIONS, methodology);
        Map<String, CompanyState> known = companies.of(
                cycle.published(),
                content.lines().stream()
                        .map(FormLine::company)
                        .filter(company -> !company.isEmpty())
                        .collect(Collectors.toSet()));
        DecisionFile.Checked checked = DecisionFile.check(
                content, methodology, company -> Optional.ofNullable(known.get(company)), LocalDate.now(clock));
        if (!checked.isSound() || checked.lines().isEmpty()) {
            return new Read(
                    content,
                    List.of(),
                    List.of(),
                    new DecisionReport(
                            cycle.year(),
                            content.file(),
                            content.headings(),
                            checked.problems(),
                            List.of(),
                            List.of(),
                            0));
        }
        return effects(cycle, content, checked, known);
    }

    private Read effects(
            CommitteeActs.LookedAt cycle,
            FormContent content,
            DecisionFile.Checked checked,
            Map<String, CompanyState> known) {
        Decisions before = decisions.all(cycle.year());
        Decisions after = before.with(cells(checked.lines()), classes(checked.lines()));
        Forecast forecast = Forecast.of(transactions, standings, cycle.published(), cycle.methodology(), before, after);
        DecisionEffects effects = new DecisionEffects(cycle.methodology(), known, before, after, forecast);
        DecisionReport report = new DecisionReport(
                cycle.year(),
                content.file(),
                content.headings(),
                checked.problems(),
                checked.lines().stream().map(effects::change).toList(),
                companiesOf(checked).stream().map(effects::place).toList(),
                forecast.moved(companiesOf(checked)));
        List<LoggedDecision> logged =
                checked.lines().stream().map(effects::logged).toList();
        return new Read(content, checked.lines(), logged, report);
    }

    private static List<Decision> cells(List<DecisionLine> lines) {
        List<Decision> cells = new ArrayList<>();
        for (DecisionLine line : lines) {
            if (line instanceof DecisionLine.OfCell cell) {
                cells.add(cell.decision());
            }
        }
        return cells;
    }

    private static List<ClassDecision> classes(List<DecisionLine> lines) {
        List<ClassDecision> classes = new ArrayList<>();
        for (DecisionLine line : lines) {
            if (line instanceof DecisionLine.OfClass scoreClass) {
                classes.add(scoreClass.decision());
            }
        }
        return classes;
    }

    private static Set<String> companiesOf(DecisionFile.Checked checked) {
        Set<String> named = new TreeSet<>(CodePoints.ORDER);
        checked.lines().forEach(line -> named.add(line.company()));
        return named;
    }

    private void store(long act, int year, DecisionLine line) {
        if (line instanceof DecisionLine.OfCell cell) {
            decisions.add(act, line.record(), year, cell.decision());
        } else if (line instanceof DecisionLine.OfClass scoreClass) {
            decisions.add(act, line.record(), year, scoreClass.decision());
        }
    }

    private WithdrawalReport withdraw(CommitteeActs.OpenCycle cycle, List<String> typed, String reason, boolean back) {
        Set<String> named = new LinkedHashSet<>();
        typed.forEach(
                each -> named.add(FormReader.company(each, cycle.methodology()).orElse(each)));
        Map<String, CompanyState> known = companies.of(cycle.published(), named);
        Decisions before = decisions.all(cycle.year());
        requireAll(
                cycle.year(), named, known.keySet(), back ? before.withdrawn().keySet() : named);
        Map<CommitteeActs.Act, LongConsumer> effects = new LinkedHashMap<>();
        Set<String> changed = new HashSet<>();
        Decisions after = before;
        for (String company : named) {
            Withdrawal withdrawal = new Withdrawal(company, reason);
            @Nullable Withdrawal standing = before.withdrawn().get(company);
            after = after.with(withdrawal, !back);
            if (back || !withdrawal.equals(standing)) {
                changed.add(company);
                effects.put(
                        act(withdrawal, standing, back), act -> decisions.add(act, cycle.year(), withdrawal, !back));
            }
        }
        Forecast forecast = Forecast.of(transactions, standings, cycle.published(), cycle.methodology(), before, after);
        acts.store(cycle, effects);
        return new WithdrawalReport(
                cycle.year(),
                !back,
                named.stream()
                        .map(company -> new WithdrawalReport.Place(
                                company,
                                Objects.requireNonNull(known.get(company)).name(),
                                changed.contains(company),
                                forecast.rankBefore(company),
                                forecast.rankAfter(company)))
                        .toList(),
                forecast.moved(named));
    }

    private static CommitteeActs.Act act(Withdrawal withdrawal, @Nullable Withdrawal standing, boolean back) {
        return new CommitteeActs.Act(
                ActKind.WITHDRAW,
                "",
                "",
                withdrawal.company(),
                standing == null ? "in the rating" : "withdrawn: " + standing.reason(),
                (back ? "in the rating: " : "withdrawn: ") + withdrawal.reason());
    }

    /** Makes sure that all are known and have what is to be taken from them; whatever is wrong with any of them is told at once. */
    private static void requireAll(int year, Set<String> named, Set<String> known, Set<String> withdrawn) {
        List<String> faults = new ArrayList<>();
        for (String company : named) {
            if (!known.contains(company)) {
                faults.add(String.valueOf(
                        CycleException.unknownCompany(year, company).getMessage()));
            } else if (!withdrawn.contains(company)) {
                faults.add("The company " + company + " is not withdrawn, there is nothing to take back");
            }
        }
        if (!faults.isEmpty()) {
            throw new CycleException(String.join("\n", faults));
        }
    }
}
