package org.mera.submission;

import java.util.ArrayList;
import java.util.List;

/** Cuts companies that come in order into chunks, without knowing how many will come: where they would make too many, each two become one. */
final class ChunkCuts {

    /** Consecutive companies. */
    record Cut(String first, String last, int companies) {

        Cut and(Cut next) {
            return new Cut(first, next.last, companies + next.companies);
        }
    }

    private final int most;
    private int size;
    private List<Cut> cuts = new ArrayList<>();

    /**
     * @param size how many companies a chunk has, unless that made too many chunks
     * @param most how many chunks there are at most
     */
    ChunkCuts(int size, int most) {
        this.size = size;
        this.most = most;
    }

    void add(String company) {
        Cut own = new Cut(company, company, 1);
        int last = cuts.size() - 1;
        if (last >= 0 && cuts.get(last).companies < size) {
            cuts.set(last, cuts.get(last).and(own));
        } else if (cuts.size() < most) {
            cuts.add(own);
        } else {
            joinEachTwo();
            add(company);
        }
    }

    List<Cut> cuts() {
        return cuts;
    }

    private void joinEachTwo() {
        List<Cut> joined = new ArrayList<>(most);
        for (int i = 0; i < cuts.size(); i += 2) {
            joined.add(i + 1 < cuts.size() ? cuts.get(i).and(cuts.get(i + 1)) : cuts.get(i));
        }
        cuts = joined;
        size *= 2;
    }
}
