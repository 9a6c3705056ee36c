package org.mera.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mera.company.Inn;

/**
 * An invented inbox to which things happen at random, as they do to a folder in which people work for weeks. It tells of each company what its own
 * records are, from what it did and by no rule of the program's: two inboxes in which that is the same need no second assessment of the company.
 */
final class MovingInbox {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String REGISTER = "inn;name;industry;region;participation\n";
    private static final String OPEN_QUOTE = "\"no end\n";

    /** What a file is of: its header, and how many companies it may share. */
    private enum Kind {
        REGISTER(MovingInbox.REGISTER),
        TABLES(TableText.HEADER),
        DOCUMENTS(TableText.DOCUMENTS);

        private final String header;

        Kind(String header) {
            this.header = header;
        }
    }

    /** Records of a company that stand together, or lines of nobody (company empty). */
    private record Block(String company, String text) {}

    private record ModelFile(Kind kind, List<Block> blocks, boolean broken) {

        String text() {
            return kind.header
                    + blocks.stream().map(Block::text).collect(Collectors.joining())
                    + (broken ? OPEN_QUOTE : "");
        }

        ModelFile with(List<Block> newBlocks) {
            return new ModelFile(kind, List.copyOf(newBlocks), broken);
        }

        ModelFile broken(boolean isBroken) {
            return new ModelFile(kind, blocks, isBroken);
        }
    }

    private final Random random;
    private SortedMap<String, ModelFile> files = new TreeMap<>();
    private final List<SortedMap<String, ModelFile>> past = new ArrayList<>();
    private int companies;
    private int names;

    MovingInbox(Random random, int companies) {
        this.random = random;
        put(Kind.REGISTER, List.of());
        for (int i = 0; i < 2; i++) {
            put(Kind.TABLES, List.of());
            put(Kind.DOCUMENTS, List.of());
        }
        for (int i = 0; i < companies; i++) {
            addCompany();
        }
    }

    /** {@return what happened} Something does. */
    String change() {
        past.add(new TreeMap<>(files));
        return switch (random.nextInt(13)) {
            case 0 -> addCompany();
            case 1 -> insertALineOfNobody();
            case 2 -> rename();
            case 3 -> split();
            case 4 -> join();
            case 5, 6 -> correct();
            case 7 -> withdraw();
            case 8 -> shuffle();
            case 9 -> breakOrMend();
            case 10 -> copy();
            case 11 -> goBack();
            default -> delete();
        };
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((name, file) -> texts.put(name, file.text()));
        return texts;
    }

    /** {@return of each company of the register or of a file what its own records are} */
    SortedMap<String, String> ownRecords() {
        SortedMap<String, String> own = new TreeMap<>();
        for (String company : companiesOfSoundFiles()) {
            String register = records(company, Kind.REGISTER);
            String tables = records(company, Kind.TABLES);
            boolean absent = tables.isEmpty() && !register.isEmpty();
            own.put(
                    company,
                    register + "\n=\n" + tables + "\n=\n" + records(company, Kind.DOCUMENTS) + "\n=\n"
                            + (absent ? brokenFilesWith(company) : ""));
        }
        return own;
    }

    private Set<String> companiesOfSoundFiles() {
        Set<String> found = new TreeSet<>();
        files.values().stream()
                .filter(file -> !file.broken)
                .flatMap(file -> file.blocks.stream())
                .map(Block::company)
                .filter(company -> !company.isEmpty())
                .forEach(found::add);
        return found;
    }

    /** What counts is what is said, in which order, what stands together and what in one file; of the register what is said, in which order. */
    private String records(String company, Kind kind) {
        StringBuilder records = new StringBuilder();
        files.values().stream()
                .filter(file -> file.kind == kind && !file.broken)
                .forEach(file -> {
                    String before = "";
                    boolean first = true;
                    boolean nobody = false;
                    for (Block block : file.blocks) {
                        if (block.company.equals(company)) {
                            boolean together = before.equals(company);
                            if (kind != Kind.REGISTER && (!together || nobody)) {
                                records.append(first ? "<file>" : together ? "<after nobody>" : "<place>");
                            }
                            records.append(block.text);
                            first = false;
                        }
                        nobody = block.company.isEmpty();
                        before = nobody ? before : block.company;
                    }
                });
        return records.toString();
    }

    private String brokenFilesWith(String company) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().broken)
                .filter(file -> speaksOf(file.getKey(), company)
                        || speaksOf(file.getValue().text(), company))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    private static boolean speaksOf(String text, String company) {
        return DIGITS.matcher(text).results().anyMatch(run -> run.group().equals(company));
    }

    private String addCompany() {
        String inn = Inn.complete(Integer.toString(770_000_000 + companies));
        int kind = companies++;
        if (kind % 11 != 10) {
            insert(any(Kind.REGISTER), new Block(inn, registerLine(inn, "Связь")));
        }
        if (kind % 7 != 6) {
            String tables = any(Kind.TABLES);
            for (Block block : table(inn, kind)) {
                insert(tables, block);
            }
            if (kind % 5 == 4) {
                insert(any(Kind.TABLES), table(inn, 0).get(0));
            }
        }
        insert(any(Kind.DOCUMENTS), new Block(inn, TableText.localAct(inn, "Д1")));
        if (kind % 4 == 3) {
            insert(
                    any(Kind.DOCUMENTS),
                    new Block(inn, TableText.localAct(inn, "Д1").replace("17", "18")));
        }
        return "added " + inn;
    }

    private static String registerLine(String inn, String industry) {
        return inn + ";Пример-" + inn.substring(5) + ";" + industry + ";Регион-05;заочный\n";
    }

    /** Of many kinds, sound and faulty; some faults name another line or file than their own. */
    private static List<Block> table(String inn, int kind) {
        TableText sound = TableText.of(inn)
                .all("expert", "Эксперт-1")
                .score(7, 5, "0,5", "Д1 п. 3")
                .with(9, "c5_note", "заметка");
        return switch (kind % 9) {
            case 1 -> List.of(new Block(inn, sound.without(17).lines()));
            case 2 -> List.of(new Block(inn, sound.lines() + line(sound, 7)));
            case 3 ->
                List.of(
                        new Block(inn, sound.all("final", "да").lines()),
                        new Block(inn, sound.all("expert", "Эксперт-2").lines()));
            case 4 ->
                List.of(
                        new Block(inn, sound.lines()),
                        new Block(inn, sound.all("assessor", "компания").lines()));
            case 5 -> List.of(new Block(inn, sound.with(3, "c4", "0,7").lines()));
            case 6 -> List.of(new Block(inn, reversed(sound)));
            case 7 -> List.of(new Block(inn, sound.lines() + inn + ";7\n"));
            case 8 -> List.of(new Block(inn, sound.lines().repeat(2)));
            default -> List.of(new Block(inn, sound.lines()));
        };
    }

    private static String line(TableText table, int criterion) {
        return table.lines().split("(?<=\n)", -1)[criterion - 1];
    }

    private static String reversed(TableText table) {
        List<String> lines = new ArrayList<>(List.of(table.lines().split("(?<=\n)", -1)));
        Collections.reverse(lines);
        return String.join("", lines);
    }

    private String insertALineOfNobody() {
        String name = any(file -> true);
        insert(name, new Block("", "7700000001;Никто\n"));
        return "a line of nobody in " + name;
    }

    private String rename() {
        String name = any(file -> true);
        String other = newName();
        files.put(other, Objects.requireNonNull(files.remove(name)));
        return name + " renamed " + other;
    }

    private String split() {
        String name = any(file -> file.blocks.size() > 1);
        ModelFile file = file(name);
        int at = 1 + random.nextInt(file.blocks.size() - 1);
        files.put(name, file.with(file.blocks.subList(0, at)));
        String other = put(file.kind, file.blocks.subList(at, file.blocks.size()));
        return name + " split into itself and " + other;
    }

    private String join() {
        String name = any(file -> true);
        ModelFile file = file(name);
        String other = any(file.kind);
        if (name.equals(other)) {
            return shuffle();
        }
        List<Block> blocks = new ArrayList<>(file.blocks);
        blocks.addAll(file(other).blocks);
        files.remove(other);
        files.put(name, file.with(blocks));
        return other + " joined to " + name;
    }

    private String correct() {
        String name = any(file -> file.blocks.stream().anyMatch(block -> !block.company.isEmpty()));
        List<Block> blocks = new ArrayList<>(file(name).blocks);
        int at = random.nextInt(blocks.size());
        Block block = blocks.get(at);
        String text = block.text;
        String corrected =
                switch (file(name).kind) {
                    case REGISTER ->
                        text.contains("Связь") ? text.replace("Связь", "Банки") : text.replace("Банки", "Связь");
                    case TABLES -> text.contains("п. 3") ? text.replace("п. 3", "п. 4") : text.replace("п. 4", "п. 3");
                    case DOCUMENTS ->
                        text.contains(";17;") ? text.replace(";17;", ";19;") : text.replace(";19;", ";17;");
                };
        blocks.set(at, new Block(block.company, corrected));
        files.put(name, file(name).with(blocks));
        return block.company + " corrected in " + name;
    }

    private String withdraw() {
        List<String> all = List.copyOf(companiesOfSoundFiles());
        if (all.isEmpty()) {
            return addCompany();
        }
        String company = all.get(random.nextInt(all.size()));
        boolean everywhere = random.nextBoolean();
        files.replaceAll((name, file) -> everywhere || file.kind == Kind.TABLES
                ? file.with(file.blocks.stream()
                        .filter(block -> !block.company.equals(company))
                        .toList())
                : file);
        return company + " withdrawn" + (everywhere ? " everywhere" : "");
    }

    private String shuffle() {
        String name = any(file -> file.kind == Kind.REGISTER || random.nextInt(3) == 0);
        List<Block> blocks = new ArrayList<>(file(name).blocks);
        Collections.shuffle(blocks, random);
        if (file(name).kind == Kind.REGISTER && !blocks.isEmpty() && random.nextInt(3) == 0) {
            blocks.add(blocks.get(0));
        }
        files.put(name, file(name).with(blocks));
        return name + " shuffled";
    }

    private String breakOrMend() {
        String name = any(file -> file.broken || random.nextInt(3) == 0);
        files.put(name, file(name).broken(!file(name).broken));
        return name + (file(name).broken ? " broken" : " mended");
    }

    private String copy() {
        String name = any(file -> file.blocks.size() < 4);
        String other = newName();
        files.put(other, file(name));
        return name + " copied to " + other;
    }

    private String delete() {
        String name = any(file -> file.kind != Kind.REGISTER);
        files.remove(name);
        put(file(any(file -> true)).kind, List.of());
        return name + " deleted";
    }

    private String goBack() {
        int steps = 1 + random.nextInt(Math.min(3, past.size()));
        files = new TreeMap<>(past.get(past.size() - steps));
        return "back by " + steps;
    }

    private void insert(String name, Block block) {
        List<Block> blocks = new ArrayList<>(file(name).blocks);
        blocks.add(random.nextInt(3) == 0 ? 0 : random.nextInt(blocks.size() + 1), block);
        files.put(name, file(name).with(blocks));
    }

    private ModelFile file(String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private String put(Kind kind, List<Block> blocks) {
        String name = newName();
        files.put(name, new ModelFile(kind, List.copyOf(blocks), false));
        return name;
    }

    /** Names change the order of files, and some speak of a company. */
    private String newName() {
        String folder = List.of("", "a/", "Я/", "z/").get(random.nextInt(4));
        String company = random.nextInt(4) == 0 && companies > 0
                ? Inn.complete(Integer.toString(770_000_000 + random.nextInt(companies))) + "-"
                : "";
        return folder + (char) ('a' + random.nextInt(26)) + company + "n" + names++ + ".csv";
    }

    private String any(Kind kind) {
        return any(file -> file.kind == kind);
    }

    private String any(Predicate<ModelFile> condition) {
        Set<String> fitting = new HashSet<>();
        files.forEach((name, file) -> {
            if (condition.test(file)) {
                fitting.add(name);
            }
        });
        List<String> sorted = new ArrayList<>(new TreeSet<>(fitting.isEmpty() ? files.keySet() : fitting));
        return sorted.get(random.nextInt(sorted.size()));
    }
}
