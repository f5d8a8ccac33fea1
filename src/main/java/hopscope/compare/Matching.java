package hopscope.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Which runs are set against which.
 *
 * @param nameA what side A is called
 * @param nameB what side B is called
 * @param axes that the labels of the pairs belong to
 * @param pairs in the order of side A
 * @param unmatched sets of either side that have no counterpart
 */
public record Matching(String nameA, String nameB, List<String> axes, List<Pair> pairs, int unmatched) {
    public Matching {
        axes = List.copyOf(axes);
        pairs = List.copyOf(pairs);
    }

    /** Two sets with the same labels. */
    public record Pair(List<String> labels, RunSet a, RunSet b) {}

    /** Each protocol of a folder against the same protocol, under the same labels, of another. */
    public static Matching ofFolders(ComparedFolder a, ComparedFolder b) {
        List<Pair> pairs = new ArrayList<>();
        for (RunSet set : a.sets()) {
            RunSet other = find(b.sets(), set.labels(), set.protocol());
            if (other != null) {
                pairs.add(new Pair(set.labels(), set, other));
            }
        }
        int unmatched = a.sets().size() + b.sets().size() - 2 * pairs.size();
        return new Matching(a.name(), b.name(), a.axes(), pairs, unmatched);
    }

    /** A protocol of one folder against a protocol of another, or of the same, under the same labels. */
    public static Matching ofProtocols(ComparedFolder a, String protocolA, ComparedFolder b, String protocolB) {
        List<Pair> pairs = new ArrayList<>();
        int unmatched = 0;
        for (RunSet set : a.sets()) {
            if (set.protocol().equals(protocolA)) {
                RunSet other = find(b.sets(), set.labels(), protocolB);
                if (other == null) {
                    unmatched++;
                } else {
                    pairs.add(new Pair(set.labels(), set, other));
                }
            }
        }
        boolean same = a.name().equals(b.name());
        return new Matching(
                same ? protocolA : a.name() + " " + protocolA,
                same ? protocolB : b.name() + " " + protocolB,
                a.axes(),
                pairs,
                unmatched);
    }

    /** The cells of a sweep with one label on an axis against those with another, under the same labels of other axes. */
    public static Matching ofAxis(ComparedFolder folder, String axis, String labelA, String labelB) {
        int index = folder.axes().indexOf(axis);
        List<Pair> pairs = new ArrayList<>();
        int unmatched = 0;
        for (RunSet set : folder.sets()) {
            if (set.labels().get(index).equals(labelA)) {
                List<String> labels = new ArrayList<>(set.labels());
                labels.set(index, labelB);
                RunSet other = find(folder.sets(), labels, set.protocol());
                labels.remove(index);
                if (other == null) {
                    unmatched++;
                } else {
                    pairs.add(new Pair(List.copyOf(labels), set, other));
                }
            }
        }
        List<String> axes = new ArrayList<>(folder.axes());
        axes.remove(index);
        return new Matching(axis + "=" + labelA, axis + "=" + labelB, axes, pairs, unmatched);
    }

    /**
     * The cells of a sweep with the first label on an axis against those with each other one. With two labels it is as
     * {@link #ofAxis}; with more, the pairs keep the axis, with side B's label.
     *
     * @param axis with at least two labels
     */
    public static Matching alongAxis(ComparedFolder folder, String axis) {
        List<String> labels = folder.labelsOf(axis);
        String first = labels.get(0);
        if (labels.size() == 2) {
            return ofAxis(folder, axis, first, labels.get(1));
        }
        int index = folder.axes().indexOf(axis);
        List<Pair> pairs = new ArrayList<>();
        int unmatched = 0;
        for (RunSet other : folder.sets()) {
            if (!other.labels().get(index).equals(first)) {
                List<String> base = new ArrayList<>(other.labels());
                base.set(index, first);
                RunSet set = find(folder.sets(), base, other.protocol());
                if (set == null) {
                    unmatched++;
                } else {
                    pairs.add(new Pair(other.labels(), set, other));
                }
            }
        }
        return new Matching(axis + "=" + first, axis + " as listed", folder.axes(), pairs, unmatched);
    }

    private static RunSet find(List<RunSet> sets, List<String> labels, String protocol) {
        return sets.stream()
                .filter(set -> set.protocol().equals(protocol) && set.labels().equals(labels))
                .findFirst()
                .orElse(null);
    }
}
