package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** {@code closing.json}: what the second look came to. Doubles are written as texts, in full. */
final class ClosingFile {
    private ClosingFile() {}

    static String json(Closing.Closed closed) {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("rechecked", (long) closed.rechecked());
        List<Object> shortlist = new ArrayList<>();
        for (Closing.Finalist one : closed.shortlist()) {
            SequencedMap<String, Object> fields = new LinkedHashMap<>();
            fields.put("combination", one.combination());
            fields.put("score", Double.toString(one.score()));
            fields.put("rankBest", (long) one.rankBest());
            fields.put("rankWorst", (long) one.rankWorst());
            shortlist.add(fields);
        }
        all.put("shortlist", shortlist);
        if (!Double.isNaN(closed.recall())) {
            all.put("recall", Double.toString(closed.recall()));
        }
        return PlainJson.write(all) + "\n";
    }

    static Closing.Closed parse(String json) {
        JsonFields all = JsonFields.parse(json);
        List<Closing.Finalist> shortlist = new ArrayList<>();
        for (JsonFields one : all.objects("shortlist")) {
            shortlist.add(new Closing.Finalist(
                    one.number("combination"),
                    Double.parseDouble(one.text("score")),
                    Math.toIntExact(one.number("rankBest")),
                    Math.toIntExact(one.number("rankWorst"))));
        }
        double recall = all.fields().containsKey("recall") ? Double.parseDouble(all.text("recall")) : Double.NaN;
        return new Closing.Closed(Math.toIntExact(all.number("rechecked")), List.of(), shortlist, recall);
    }
}
