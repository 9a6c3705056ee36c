package org.mera.submission;

/** Where a company's parts stand in a revision: tells of a place its file and the number of its record there. */
final class StoredPlaces {

    /** Of a company of which nothing is stored. */
    static final StoredPlaces NONE = new StoredPlaces(new Integer[0], new String[0]);

    private final Integer[] places;
    private final String[] files;

    /**
     * @param places for each part the number of its file in the inventory, and its first record
     * @param files  for each part the name of its file
     */
    StoredPlaces(Integer[] places, String[] files) {
        if (places.length != 2 * files.length) {
            throw new IllegalArgumentException(places.length / 2 + " places in " + files.length + " files");
        }
        this.places = places;
        this.files = files;
    }

    String file(Place place) {
        return files[place.part()];
    }

    int record(Place place) {
        return record(places, place);
    }

    static int record(Integer[] places, Place place) {
        return places[2 * place.part() + 1] + place.record();
    }
}
