package org.mera.batch;

import java.util.List;

/**
 * The chunks of a step of a cycle's newest run.
 *
 * @param unit   of what they consist, in the plural
 * @param failed what has failed in it and is still to be done
 */
public record ChunkMap(String step, String unit, List<Cell> chunks, List<Failed> failed) {

    /**
     * A chunk.
     *
     * @param state {@code done}, {@code running}, {@code failed} or {@code waiting}
     * @param first file or company
     * @param last  file or company
     */
    public record Cell(int number, String state, int items, String first, String last) {}

    /**
     * A failed chunk and what it consists of.
     *
     * @param members its files or companies; empty where many chunks of the step have failed and this is none of the first
     */
    public record Failed(RunStatus.FailedChunk chunk, List<Member> members) {

        public Failed {
            members = List.copyOf(members);
        }
    }

    /**
     * A file or company of a chunk.
     *
     * @param name empty for a file, and where the register does not have it
     */
    public record Member(String id, String name) {}

    /** {@return the same without why anything failed} Causes may name folders of the server. */
    public ChunkMap withoutCauses() {
        return new ChunkMap(
                step,
                unit,
                chunks,
                failed.stream()
                        .map(each -> new Failed(each.chunk().withoutCause(), each.members()))
                        .toList());
    }

    public ChunkMap {
        chunks = List.copyOf(chunks);
        failed = List.copyOf(failed);
    }
}
