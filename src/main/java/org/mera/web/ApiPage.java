package org.mera.web;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a long list, as the API answers it.
 *
 * @param page     from 1
 * @param total    how many there are in all
 * @param revision of the cycle that they are of; null where they are of none
 */
record ApiPage<T>(List<T> items, int page, int size, long total, @Nullable Integer revision) {

    /** How many are answered where nothing is said. */
    static final String USUAL = "50";

    private static final int MOST = 500;

    ApiPage {
        items = List.copyOf(items);
    }

    /** What of a list is asked for. */
    record Asked(int page, int size) {

        Asked {
            if (page < 1 || size < 1 || size > MOST) {
                throw new ApiException(
                        400,
                        "bad-request",
                        "page counts from 1, and size is 1 to " + MOST + ", not " + page + " and " + size);
            }
        }

        long offset() {
            return (page - 1L) * size;
        }

        <T> ApiPage<T> of(List<T> items, long total, @Nullable Integer revision) {
            return new ApiPage<>(items, page, size, total, revision);
        }
    }

    /** {@return the answer with the addresses of the pages around it} */
    ResponseEntity<ApiPage<T>> answer() {
        StringJoiner links = new StringJoiner(", ");
        long last = Math.max(1, (total + size - 1) / size);
        if (page > 1) {
            links.add(link(1, "first")).add(link(Math.min(page - 1L, last), "prev"));
        }
        if (page < last) {
            links.add(link(page + 1L, "next")).add(link(last, "last"));
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (links.length() > 0) {
            answer.header(HttpHeaders.LINK, links.toString());
        }
        return answer.body(this);
    }

    private static String link(long number, String relation) {
        String address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", number)
                .build()
                .toUri()
                .toASCIIString();
        String path = address.substring(address.indexOf('/', address.indexOf("//") + 2));
        return "<" + path + ">; rel=\"" + relation + "\"";
    }
}
