package org.mera.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Lists of source documents as one packed value. */
final class SourceDocuments {

    private SourceDocuments() {}

    static byte[] pack(List<SourceDocument> documents, Places places, PackedTexts texts) {
        for (SourceDocument document : documents) {
            Place place = places.of(document.file(), document.record());
            texts.add(Integer.toString(place.part()));
            texts.add(Integer.toString(place.record()));
            texts.add(document.list().word());
            texts.add(document.ownList() ? "own" : "");
            texts.add(document.code());
            texts.add(document.kind());
            texts.add(document.title());
            texts.add(document.number());
            texts.add(document.date());
            texts.add(document.issuer());
            texts.add(document.url());
            texts.add(document.year());
        }
        return texts.pack();
    }

    static List<SourceDocument> unpack(byte[] packed, StoredPlaces places) {
        Iterator<String> texts = PackedTexts.unpack(packed).iterator();
        List<SourceDocument> documents = new ArrayList<>();
        while (texts.hasNext()) {
            Place place = new Place(Integer.parseInt(texts.next()), Integer.parseInt(texts.next()));
            documents.add(new SourceDocument(
                    places.file(place),
                    places.record(place),
                    Assessor.valueOf(texts.next().toUpperCase(Locale.ROOT)),
                    !texts.next().isEmpty(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next()));
        }
        return documents;
    }
}
