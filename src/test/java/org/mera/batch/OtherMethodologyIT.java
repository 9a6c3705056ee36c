package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.CycleException;
import org.mera.cycle.MethodologySource;
import org.mera.database.TestDatabase;

/** A rating of city parks: three criteria, two columns, scores 0 to 3, codes instead of INNs, no evidence. The same job runs it. */
class OtherMethodologyIT {

    private static final Path PARKS = Path.of("src/test/resources/methodology/city-parks.yaml");

    /** A code of the greatest length. */
    private static final String LONG = "Сквер имени Примера-017 за рекой 1234567";

    private static final String REGISTER = "id;name;industry;region;participation\n"
            + "Парк № 5/2;Пример-001;;Регион-01;desk\n"
            + LONG + ";Пример-002;Парки;Регион-02;desk\n"
            + "../../etc;Пример-003;парки;Регион-03;on-site\n"
            + "a b;Пример-004;парки;Регион-03;on-site\n"
            + "A B;\"=1+1\";парки;Регион-03;on-site\n"
            + "CON;Пример-006;;;desk\n";
    private static final String TABLE = "id;criterion;c1;c2\n";

    private final Path folder;
    private RatingHome home;

    OtherMethodologyIT(@TempDir Path folder) {
        this.folder = folder;
        // Codes are any text: what a server's language thinks of their order must not show.
        home = new RatingHome(
                        folder,
                        TestDatabase.create(
                                "template template0 encoding 'UTF8' locale_provider icu icu_locale 'ru-RU'"))
                .methodology(PARKS);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void ranksByItsOwnColumnsScaleAndCodes() {
        home.write("companies.csv", REGISTER)
                .write(
                        "Парки.csv",
                        "Код;Критерий;Столбец 1;Столбец 2;Сумма\n"
                                + "Парк № 5/2;1;3;2;5\nПарк № 5/2;2;0;1;1\nПарк № 5/2;3;3;3;6\n"
                                + LONG + ";1;0;0;0\n" + LONG + ";2;0;1;1\n" + LONG + ";3;0,0;0;\n")
                .write("a.csv", TABLE + park("a b", 3, 3))
                .write("b.csv", TABLE + park("A B", 2, 2))
                .write("c.csv", TABLE + park("../../etc", 2, 2));

        RunSummary summary = home.chunkSize(1).run();

        assertThat(summary.messages()).isEmpty();
        assertThat(home.output("ranking.csv"))
                .isEqualTo("rank,id,name,industry,region,participation,c1,c2,total,indicator,class,"
                        + "participation_rank,industry_rank,previous_rank,rank_change,previous_indicator,warnings\n"
                        + "1,a b,Пример-004,парки,Регион-03,on-site,9.0,9.0,18.0,100.00,A,1,1,,,,0\n"
                        + "2,../../etc,Пример-003,парки,Регион-03,on-site,6.0,6.0,12.0,66.67,B,2,2,,,,0\n"
                        + "2,A B,'=1+1,парки,Регион-03,on-site,6.0,6.0,12.0,66.67,B,2,2,,,,0\n"
                        + "2,Парк № 5/2,Пример-001,,Регион-01,desk,6.0,6.0,12.0,66.67,B,1,,,,,0\n"
                        + "5," + LONG + ",Пример-002,Парки,Регион-02,desk,0.0,1.0,1.0,5.56,C,2,4,,,,0\n");
        assertThat(home.output("problems.csv"))
                .isEqualTo("file,line,id,criterion,column,severity,code,value,message\n"
                        + "companies.csv,7,CON,,,warning,no-submission,,\"компания CON есть в реестре, но ни одной строки её"
                        + " Таблицы не сдано; сдайте Таблицу или уберите компанию из реестра\"\n");
        assertThat(home.outputs())
                .containsOnlyKeys(
                        "manifest.json",
                        "problems.csv",
                        "ranking.csv",
                        "ranking.json",
                        "returns/CON.csv",
                        "sealed/decisions.csv",
                        "sealed/job.yaml",
                        "sealed/methodology.yaml",
                        "sealed/previous-ranking.csv",
                        "sealed/register.csv",
                        "sealed/verifications.csv",
                        "sealed/withdrawals.csv",
                        "verification.csv");
    }

    @Test
    void tellsOfScoresCodesAndColumnsThatItDoesNotHave() {
        home.write("companies.csv", REGISTER + LONG + "8;Пример-008;;;desk\n;Пример-009;;;desk\n")
                .write("a.csv", TABLE + "a b;1;4;0\na b;2;0,5;0\na b;3;-1;;\n")
                .write("b.csv", TABLE + "../../etc;1;1;1\n../../etc;2;1;1\n../../etc;3;1;1\n../../etc;4;1;1\n")
                .write(
                        "c.csv",
                        "id;criterion;c1;c2;c3;sum\nПарк № 5/2;1;1;1;1;3\nПарк № 5/2;2;1;1;1;2\nПарк № 5/2;3;1;1;1;2\n")
                .write("d.csv", "id;criterion;c1\nA B;1;1\n")
                .write("e.csv", "inn;criterion;c1;c2\n7707083893;1;1;1\n")
                .write("f.csv", TABLE + LONG + "8;1;1;1\nНет такого;1;1;1\n");

        RunSummary summary = home.run();

        assertThat(summary.ranked()).isZero();
        assertThat(home.lines("problems.csv"))
                .containsExactly(
                        "a.csv,2,a b,1,1,error,bad-score,4,\"оценка «4» не из шкалы; поставьте 0, 1, 2 или 3\"",
                        "a.csv,3,a b,2,1,error,bad-score,\"0,5\",\"оценка «0,5» не из шкалы; поставьте 0, 1, 2 или 3\"",
                        "a.csv,4,a b,3,1,error,bad-score,'-1,\"оценка «-1» не из шкалы; поставьте 0, 1, 2 или 3\"",
                        "a.csv,4,a b,3,2,error,blank-score,,\"оценка не поставлена; поставьте 0, 1, 2 или 3 (0,"
                                + " если соответствие не подтверждено)\"",
                        "b.csv,5,../../etc,,criterion,error,unknown-criterion,4,критерия «4» нет; укажите номер от"
                                + " 1 до 3",
                        "c.csv,1,,,,warning,extra-column,c3,\"столбца «c3» в форме нет, он пропущен; проверьте его"
                                + " название или удалите столбец\"",
                        "c.csv,2,Парк № 5/2,1,sum,error,sum-mismatch,3,сумма «3» не равна сумме оценок строки (2);"
                                + " исправьте сумму или оценки",
                        "companies.csv,3,"
                                + LONG
                                + ",,,warning,no-submission,,\"компания "
                                + LONG
                                + " есть в реестре, но ни одной строки её Таблицы не сдано; сдайте Таблицу или уберите"
                                + " компанию из реестра\"",
                        "companies.csv,6,A B,,,warning,no-submission,,\"компания A B есть в реестре, но ни одной"
                                + " строки её Таблицы не сдано; сдайте Таблицу или уберите компанию из реестра\"",
                        "companies.csv,7,CON,,,warning,no-submission,,\"компания CON есть в реестре, но ни одной"
                                + " строки её Таблицы не сдано; сдайте Таблицу или уберите компанию из реестра\"",
                        "companies.csv,8,,,id,error,bad-inn,"
                                + LONG
                                + "8,\"код «"
                                + LONG
                                + "8» длиннее 40 знаков; сократите его до 40, иначе строка не будет учтена\"",
                        "companies.csv,9,,,id,error,bad-inn,,\"код не указан; впишите от 1 до 40 знаков, иначе"
                                + " строка не будет учтена\"",
                        "d.csv,1,,,,error,missing-column,,\"это форма «Таблица», но в её заголовке не хватает столбцов:"
                                + " Столбец 2 (c2); добавьте их\"",
                        "e.csv,1,,,,error,missing-column,,\"это форма «Таблица», но в её заголовке не хватает столбцов:"
                                + " Код (id); добавьте их\"",
                        "f.csv,2,,,id,error,bad-inn,"
                                + LONG
                                + "8,\"код «"
                                + LONG
                                + "8» длиннее 40 знаков; сократите его до 40, иначе строка не будет учтена\"",
                        "f.csv,3,Нет такого,2,criterion,error,missing-criterion,,\"в Таблице нет критерия 2;"
                                + " добавьте его строку (0, если соответствие не подтверждено)\"",
                        "f.csv,3,Нет такого,3,criterion,error,missing-criterion,,\"в Таблице нет критерия 3;"
                                + " добавьте его строку (0, если соответствие не подтверждено)\"",
                        "f.csv,3,Нет такого,,id,error,unknown-company,Нет такого,\"компании Нет такого нет в реестре;"
                                + " проверьте, верно ли она указана, или внесите её в реестр\"");
        assertThat(home.outputs())
                .containsKeys(
                        "returns/%2E.%2F..%2Fetc.csv", "returns/a%20b.csv", "returns/Парк%20%E2%84%96%205%2F2.csv");
    }

    @Test
    void refusesAChangedTextOfTheSameVersion() throws IOException {
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(changed, Files.readString(PARKS).replace("Trees and lawns", "Trees"));
        home.write("companies.csv", REGISTER).write("a.csv", TABLE + park("a b", 3, 3));
        home.run();
        var before = home.outputs();

        home.methodology(changed);

        assertThatThrownBy(home::run)
                .isInstanceOf(CycleException.class)
                .hasMessage("Version 2025.1 of the methodology «city-parks» is in use here with another text;"
                        + " give the changed file a new version");
        assertThat(home.outputs()).isEqualTo(before);
    }

    @Test
    void refusesANewVersionOfACycleThatHasOutputs() throws IOException {
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(changed, Files.readString(PARKS).replace("2025.1", "2025.2"));
        home.write("companies.csv", REGISTER).write("a.csv", TABLE + park("a b", 3, 3));
        home.run();

        home.methodology(changed);

        assertThatThrownBy(home::run)
                .isInstanceOf(CycleException.class)
                .hasMessage("Cycle 2025 is pinned to version 2025.1 of the methodology «city-parks», and the job names"
                        + " version 2025.2; use the pinned version, or another home");
    }

    @Test
    void refusesAnotherRatingInTheSameHome() {
        home.write("companies.csv", REGISTER).write("a.csv", TABLE + park("a b", 3, 3));
        home.run();

        home.methodology(new MethodologySource.Bundled("anti-corruption-rating"));

        assertThatThrownBy(home::run)
                .isInstanceOf(CycleException.class)
                .hasMessage("This home holds the rating «city-parks», and the job is of «anti-corruption-rating»;"
                        + " give each rating its own home: --home DIR");
    }

    private static String park(String code, int first, int second) {
        StringBuilder lines = new StringBuilder();
        for (int criterion = 1; criterion <= 3; criterion++) {
            lines.append(code + ";" + criterion + ";" + first + ";" + second + "\n");
        }
        return lines.toString();
    }
}
